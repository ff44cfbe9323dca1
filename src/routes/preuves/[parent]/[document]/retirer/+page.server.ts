import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { evidenceFile, promiseResting } from '#server/storage/evidence-files.ts';
import { storesOn } from '#server/stores.ts';
import { promiseAddress } from '#ui/follow-up/promise-shown.ts';
import { sayFollowUpRefusal } from '#ui/messages/follow-up-refusals.fr.ts';
import { hideEvidence } from '#use-cases/follow-up/hide-evidence.ts';
import { evidenceAsked } from '../../../evidence-asked.ts';

/** The national team alone: to anybody else there is no such page. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { filename, back } = await enter(event);
  return { filename, back };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, db, pact, back, ...asked } = await enter(event);
    const reason = formText(await event.request.formData(), 'motif', 20_000);
    const hidden = await hideEvidence(storesOn(db), person, { ...asked, pact, reason }, new Date());
    if (hidden.ok) redirect(303, back);
    return fail(hidden.refusal.kind === 'not-allowed' ? 403 : 400, {
      problem: sayFollowUpRefusal(hidden.refusal),
      reason,
    });
  },
};

async function enter(event: Asking & { readonly params: { readonly parent: string; readonly document: string } }) {
  const person = await requirePerson(event);
  if (!pass(person, { act: 'hide-evidence', state: 'in-office' }).ok) error(404);
  const asked = evidenceAsked(event.params);
  const { db } = await runtime();
  const file = (await evidenceFile(db, asked)) ?? error(404);
  const { pact, item } = (await promiseResting(db, asked.said)) ?? error(404);
  return { person, db, pact, ...asked, filename: file.filename, back: promiseAddress(pact, item) };
}
