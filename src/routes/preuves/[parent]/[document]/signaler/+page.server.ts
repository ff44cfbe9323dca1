import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { actorOf, type Asking } from '#server/accounts/actor-of.ts';
import { tooManyReports } from '#server/follow-up/too-many-reports.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { evidenceFile, promiseResting } from '#server/storage/evidence-files.ts';
import { storesOn } from '#server/stores.ts';
import { promiseAddress } from '#ui/follow-up/promise-shown.ts';
import { sayFollowUpRefusal, TOO_MANY_REPORTS } from '#ui/messages/follow-up-refusals.fr.ts';
import { reportEvidence } from '#use-cases/follow-up/report-evidence.ts';
import { evidenceAsked } from '../../../evidence-asked.ts';

/** Anybody, about a file that everybody sees; whoever may take it out of sight is led there. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { actor, filename, back, hide } = await enter(event);
  const mayHide = pass(actor, { act: 'hide-evidence', state: 'in-office' }).ok;
  return { filename, back, hide: mayHide ? hide : null, sent: event.url.searchParams.has('signale') };
};

export const actions: Actions = {
  default: async (event) => {
    const { actor, stores, pact, said, document } = await enter(event);
    const reason = formText(await event.request.formData(), 'motif', 20_000);
    if (tooManyReports(event)) return fail(429, { problem: TOO_MANY_REPORTS, reason });
    const reported = await reportEvidence(stores, actor, { pact, said, document, reason }, new Date());
    if (reported.ok) redirect(303, `${event.url.pathname}?signale`);
    return fail(400, { problem: sayFollowUpRefusal(reported.refusal), reason });
  },
};

async function enter(event: Asking & { readonly params: { readonly parent: string; readonly document: string } }) {
  const actor = await actorOf(event);
  const asked = evidenceAsked(event.params);
  const { db } = await runtime();
  const file = (await evidenceFile(db, asked)) ?? error(404);
  const { pact, item } = (await promiseResting(db, asked.said)) ?? error(404);
  const hide = `/preuves/${event.params.parent}/${event.params.document}/retirer`;
  return {
    actor,
    stores: storesOn(db),
    pact,
    ...asked,
    filename: file.filename,
    back: promiseAddress(pact, item),
    hide,
  };
}
