import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { threadFollowUp } from '#server/follow-up/thread-facts.ts';
import { actionsOfCommitment } from '#server/storage/action-commitments.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { promiseAddress } from '#ui/follow-up/promise-shown.ts';
import { promiseAsked } from '../promise-asked.ts';

/** In a municipality a promise has its thread; here stand those of groupings, and of editions that a thread no longer shows. */
export const load: PageServerLoad = async ({ params }) => {
  const asked = await promiseAsked(params);
  const { db, pact, key, item, promised, thread, today } = asked;
  const address = promiseAddress(pact.id, item);
  if (thread !== address) redirect(307, thread);
  const [page, actions] = await Promise.all([
    pactPage(db, { id: pact.id }),
    actionsOfCommitment(db, { place: pact.place, edition: pact.edition, item }),
  ]);
  const signed = page === null ? [] : [{ pact: page.pact, provenance: page.provenance, promised }];
  return {
    address,
    title: asked.title,
    step: asked.step,
    place: asked.place,
    pact: page?.pact ?? null,
    promised,
    ...(await threadFollowUp(db, { place: pact.place, edition: pact.edition, key, signed, actions, today })),
  };
};
