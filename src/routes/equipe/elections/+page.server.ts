import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { generalElections } from '#server/elections.ts';
import { formText } from '#server/http/form-text.ts';
import { byElections } from '#server/storage/by-elections.ts';
import { namesOfMunicipalities } from '#server/storage/places.ts';
import { electionTitle, roundsLine } from '#ui/messages/campaign.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { enterByElection } from '#use-cases/campaign/enter-by-election.ts';
import { enterTeam } from '../team.ts';

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event);
  const partial = await byElections(db, null);
  const names = await namesOfMunicipalities(
    db,
    partial.flatMap(({ municipality }) => municipality ?? []),
  );
  return {
    elections: [...generalElections().toReversed(), ...partial.toReversed()].map((election) => ({
      href: `/equipe/elections/${election.id}`,
      title: electionTitle(election, names.get(election.municipality ?? '') ?? null),
      rounds: roundsLine(election),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await enterTeam(event);
    const form = await event.request.formData();
    const typed = {
      municipality: formText(form, 'commune', 10).trim().toUpperCase(),
      year: formText(form, 'annee', 10).trim(),
      firstRoundOn: formText(form, 'premier', 20).trim(),
      secondRoundOn: formText(form, 'second', 20).trim(),
      source: formText(form, 'source', 1000),
      sourceUrl: formText(form, 'lien', 1000).trim(),
    };
    const entered = await enterByElection(
      stores,
      person,
      {
        ...typed,
        year: Number(typed.year),
        firstRoundOn: typed.firstRoundOn === '' ? null : typed.firstRoundOn,
        secondRoundOn: typed.secondRoundOn === '' ? null : typed.secondRoundOn,
        sourceUrl: typed.sourceUrl === '' ? null : typed.sourceUrl,
      },
      new Date(),
    );
    if (!entered.ok) return fail(400, { typed, problem: sayCampaignRefusal(entered.refusal) });
    redirect(303, `/equipe/elections/${entered.value.id}`);
  },
};
