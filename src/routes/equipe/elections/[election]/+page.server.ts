import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { numberTyped } from '#server/campaign-forms.ts';
import { formText } from '#server/http/form-text.ts';
import { keepListFile } from '#server/storage/list-files.ts';
import { outcomesToConfirm, proposedMergers } from '#server/storage/list-pages.ts';
import { electionAddress, listAddress } from '#ui/addresses.ts';
import { electionTitle, OUTCOME } from '#ui/messages/campaign.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import * as words from '#ui/messages/team.fr.ts';
import { confirmOutcome, mergeList } from '#use-cases/campaign/change-list.ts';
import { enterTeam } from '../../team.ts';

/** Bytes of a file brought by the web: a département. The whole country goes by the command line. */
const FILE_MEGABYTES = 20;
const SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  const { db, election } = await enter(event);
  const [mergers, outcomes] = await Promise.all([
    proposedMergers(db, { election: election.id, limit: SHOWN }),
    outcomesToConfirm(db, { election: election.id, limit: SHOWN }),
  ]);
  return {
    title: electionTitle(election, null),
    address: electionAddress(election.id),
    megabytes: FILE_MEGABYTES,
    done: event.url.searchParams.has('fait'),
    mergers: mergers.map(({ people, of, ...merger }) => ({ ...merger, line: words.mergerLine(people, of) })),
    outcomes: outcomes.map((list) => ({
      id: list.id,
      href: listAddress(list),
      name: list.name,
      place: list.municipalityName,
      outcome: list.outcome?.kind ?? 'not-elected',
      line: list.outcome === null ? '' : OUTCOME[list.outcome.kind],
    })),
  };
};

export const actions: Actions = {
  fichier: async (event) => {
    const { db, person, election } = await enter(event);
    if (!pass(person, { act: 'import-lists', state: 'none' }).ok) error(404);
    const form = await event.request.formData().catch(() => null);
    const file = form?.get('fichier');
    if (form === null) return fail(413, { problem: words.fileTooLarge(FILE_MEGABYTES) });
    if (!(file instanceof File) || file.size === 0) return fail(400, { problem: words.NO_FILE });
    if (file.size > FILE_MEGABYTES * 1024 * 1024) return fail(413, { problem: words.fileTooLarge(FILE_MEGABYTES) });
    const kept = await keepListFile(
      db,
      {
        election: election.id,
        kind: formText(form, 'contenu') === 'results' ? 'results' : 'lists',
        round: formText(form, 'tour') === '2' ? 2 : 1,
        filename: file.name.slice(0, 200) || 'fichier',
        bytes: Buffer.from(await file.arrayBuffer()),
      },
      { by: person.id, at: new Date() },
    );
    redirect(303, `/equipe/elections/${election.id}/fichier/${kept}`);
  },
  fusion: async (event) => {
    const { person, stores, election } = await enter(event);
    const form = await event.request.formData();
    const [list, into] = [numberTyped(form, 'liste') ?? error(400), numberTyped(form, 'dans') ?? error(400)];
    const found = await stores.campaign.findList(list);
    if (found?.election !== election.id) error(404);
    const today = localDay(new Date(), departmentOf(found.municipality));
    const merged = await mergeList(stores, person, { list, into, on: formText(form, 'jour', 20), today }, new Date());
    if (!merged.ok) return fail(400, { problem: sayCampaignRefusal(merged.refusal) });
    redirect(303, `/equipe/elections/${election.id}?fait`);
  },
  resultat: async (event) => {
    const { person, stores, election } = await enter(event);
    const form = await event.request.formData();
    const list = numberTyped(form, 'liste') ?? error(400);
    const found = await stores.campaign.findList(list);
    if (found?.election !== election.id || found.outcome === null) error(404);
    const confirmed = await confirmOutcome(stores, person, { list, outcome: found.outcome.kind }, new Date());
    if (!confirmed.ok) return fail(400, { problem: sayCampaignRefusal(confirmed.refusal) });
    redirect(303, `/equipe/elections/${election.id}?fait`);
  },
};

async function enter(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { readonly params: { readonly election: string } },
) {
  const entered = await enterTeam(event);
  const election = (await entered.stores.campaign.findElection(event.params.election)) ?? error(404);
  return { ...entered, election };
}
