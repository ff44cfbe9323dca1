import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { loadEditions } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { saySendRefusal, type SendRefusal } from '#ui/messages/lire.fr.ts';
import { askedFrom, documentIn, NOTHING_ASKED, type Asked } from '#ui/review/asked.ts';
import { DOCUMENT_BYTES_LIMIT, DRAFT_DAYS } from '#use-cases/drafts/open-draft.ts';
import { PATIENCE_MILLISECONDS, PENDING, readAndOpen, SENDINGS, soon } from './read-document.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = ({ setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return {
    editions: loadEditions().map((edition) => ({ id: edition.id, title: editionName(edition) })),
    limitInBytes: DOCUMENT_BYTES_LIMIT,
    days: DRAFT_DAYS,
    discarded: url.searchParams.has('efface'),
  };
};

export const actions: Actions = {
  default: async ({ request, getClientAddress }) => {
    const wait = SENDINGS.secondsToWait(getClientAddress(), Date.now());
    const form = await request.formData().catch(() => null);
    const asked = form === null ? NOTHING_ASKED : askedFrom(form);
    if (form === null) return refused(asked, { kind: 'body-too-large', limitInBytes: DOCUMENT_BYTES_LIMIT });
    if (wait > 0) return refused(asked, { kind: 'too-many-requests', seconds: wait });
    const sent = documentIn(form, asked, DOCUMENT_BYTES_LIMIT);
    if (!sent.ok) return refused(asked, sent.refusal);

    const { db } = await runtime();
    const bytes = await sent.bytes();
    const begun = PENDING.begin(asked, (signal) => readAndOpen(db, { asked, filename: sent.filename, bytes }, signal));
    if (begun === null) return refused(asked, { kind: 'reader-busy' });
    const outcome = await soon(begun.settled, PATIENCE_MILLISECONDS);
    if (outcome === null) redirect(303, `/lire/en-cours/${begun.key}`);
    PENDING.cancel(begun.key);
    if (!outcome.ok) return refused(asked, outcome.refusal);
    redirect(303, outcome.value.address);
  },
};

const STATUS: Partial<Readonly<Record<SendRefusal['kind'], number>>> = {
  'body-too-large': 413,
  'too-large': 413,
  'too-many-requests': 429,
  'reader-busy': 503,
};

function refused(asked: Asked, refusal: SendRefusal) {
  return fail(STATUS[refusal.kind] ?? 400, {
    asked,
    refusal: refusal.kind,
    problem: saySendRefusal(refusal),
  });
}
