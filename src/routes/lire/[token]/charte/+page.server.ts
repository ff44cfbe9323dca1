/** Read the document with another charter: a new draft, to which this sends on. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { loadEditions } from '#server/charters.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import { saySendRefusal, type SendRefusal } from '#ui/messages/lire.fr.ts';
import { readDraftAgain } from '#use-cases/drafts/read-draft-again.ts';
import { SENDINGS } from '../../read-document.ts';
import { enterDraftPage, holderOf } from '../enter.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, home } = await enterDraftPage(event);
  if (draft.kind !== 'pact' || draft.state !== 'open') redirect(303, home);
  return {
    home,
    edition: draft.choices.edition,
    editions: loadEditions().map((edition) => ({ id: edition.id, title: editionName(edition) })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const wait = SENDINGS.secondsToWait(event.getClientAddress(), Date.now());
    if (wait > 0) return refused({ kind: 'too-many-requests', seconds: wait });
    const form = await event.request.formData();
    const edition = form.get('edition');
    const charter = typeof edition === 'string' ? edition.slice(0, 80) : '';
    const { stores, actor, key } = await holderOf(event);
    const again = await readDraftAgain(stores, actor, { draft: key, charter, read: readInWorker }, new Date());
    if (!again.ok) return refused(again.refusal);
    const { token, carried, left } = again.value;
    redirect(303, `/lire/${token}?repris=${carried}-${left}`);
  },
};

function refused(refusal: SendRefusal) {
  if (refusal.kind === 'unknown-draft') error(404, saySendRefusal(refusal));
  return fail(refusal.kind === 'too-many-requests' ? 429 : 400, { problem: saySendRefusal(refusal) });
}
