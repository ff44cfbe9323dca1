/** A charter that was read becomes a draft of an edition: only whoever may write one, signed in, comes further than the explanation. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { Person } from '#domain/access/gate.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { idIn } from '#ui/addresses.ts';
import * as words from '#ui/messages/charter-import.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { measureTitle } from '#ui/messages/workbench.fr.ts';
import { openFromReading } from '#use-cases/charter-import/open-from-reading.ts';
import { doubtsOf } from '#reading/charter/doubts.ts';
import type { CharterReading } from '#reading/contract.ts';
import type { Stores } from '#use-cases/stores.ts';
import { enterDraftPage, holderOf } from '../enter.ts';

const NATIONAL = 'pays';

export const load: PageServerLoad = async (event) => {
  const { draft, home } = await enterDraftPage(event);
  if (draft.reading.kind !== 'charter') redirect(303, home);
  const person = await requirePerson(event);
  const { stores } = await holderOf(event);
  const doubts = doubtsOf(draft.reading);
  const { measures } = draft.reading;
  return {
    home,
    measures: measures.length,
    doubts: doubts.map((doubt) => ({
      said: words.doubtInWords(doubt),
      quote: words.quotedOf(doubt),
      measure: doubt.at === null ? '' : nameOf(measures[doubt.at]),
    })),
    choices: await choicesOf(stores, person),
    year: new Date().getUTCFullYear(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const { stores } = await holderOf(event);
    const form = await event.request.formData();
    const typed = {
      title: formText(form, 'titre', 1000),
      editionId: formText(form, 'adresse', 200).trim(),
      year: formText(form, 'annee', 10).trim(),
      whose: formText(form, 'pour', 20),
    };
    const request = {
      token: event.params.token,
      title: typed.title,
      editionId: typed.editionId,
      year: /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0,
      collective: typed.whose === NATIONAL ? null : (idIn(typed.whose) ?? error(404)),
      sending: sendingIn(form),
    };
    const opened = await openFromReading(stores, person, request, new Date());
    if (opened.ok) redirect(303, `/atelier/${opened.value.id}/doutes`);
    if (opened.refusal.kind === 'not-allowed') error(404);
    return fail(400, { typed, problem: words.sayImportRefusal(opened.refusal) });
  },
};

function nameOf(measure: CharterReading['measures'][number] | undefined): string {
  return measure === undefined ? '' : measureTitle(measure.number, heading(measure.title));
}

/** The country for the national team, a collective for whoever coordinates it. */
async function choicesOf(
  stores: Stores,
  { holds }: Person,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const choices: { value: string; label: string }[] = [];
  for (const holding of holds) {
    if (holding.role === 'national-team') choices.push({ value: NATIONAL, label: words.NATIONAL });
    if (holding.role !== 'collective-coordinator') continue;
    const collective = await stores.collectives.find(holding.collective);
    if (collective === null) continue;
    choices.push({ value: String(collective.id), label: words.ofCollective(collective.name) });
  }
  return choices;
}
