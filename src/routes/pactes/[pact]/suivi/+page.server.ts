import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { dayIn } from '#domain/shared/local-day.ts';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { followedCommitments } from '#server/storage/followed-commitments.ts';
import { placeRef } from '#server/storage/places.ts';
import { pactRefOf } from '#server/storage/pact-page.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { pactFollowUp } from '#ui/follow-up/pact-follow-up.ts';
import { neverThereOrGone } from '../../../gone.ts';

export const load: PageServerLoad = async ({ params }) => {
  const id = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  const followed = (await storesOn(db).assessments.pact(id)) ?? (await neverThereOrGone(db, { what: 'pact', id }));
  const [promises, pact, place] = await Promise.all([
    followedCommitments(db, { pact: id }),
    pactRefOf(db, id),
    placeRef(db, followed.place),
  ]);
  if (pact === null || place === null) error(404);
  return {
    ...pactFollowUp({
      pact,
      state: followed.state,
      promises,
      edition: editionById(followed.edition),
      today: dayIn(new Date(), followed.zone),
    }),
    place,
    pact,
    hasCollective: followed.collectives.length > 0,
  };
};
