/** A reading that takes its time: left and found again at its own address, which leads to its result. */
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { loadEditions } from '#server/charters.ts';
import { WAITING } from '#ui/addresses.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';
import { PENDING_UNKNOWN, saySendRefusal } from '#ui/messages/lire.fr.ts';
import { DOCUMENT_BYTES_LIMIT } from '#use-cases/drafts/open-draft.ts';
import { PENDING, soon } from '../../read-document.ts';
import { keepPrivate } from '#server/http/private-page.ts';

/** How long an answer may be kept waiting for the end of the reading: less than what proxies wait. */
const WAIT_MILLISECONDS = 20_000;

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  keepPrivate(setHeaders);
  const pending = PENDING.find(params.key);
  if (pending === null) error(404, PENDING_UNKNOWN);
  const { asked, beganAt } = pending;
  const waits = pending.outcome === null && url.searchParams.has(WAITING);
  const outcome = waits ? await soon(pending.settled, WAIT_MILLISECONDS) : pending.outcome;
  if (outcome === null) return { beganAt, refused: null };
  if (outcome.ok) redirect(303, outcome.value.address);
  return {
    beganAt,
    refused: {
      asked,
      problem: saySendRefusal(outcome.refusal),
      editions: loadEditions().map((edition) => ({ id: edition.id, title: editionName(edition) })),
      limitInBytes: DOCUMENT_BYTES_LIMIT,
    },
  };
};

export const actions: Actions = {
  default: ({ params }) => {
    PENDING.cancel(params.key);
    redirect(303, '/lire');
  },
};
