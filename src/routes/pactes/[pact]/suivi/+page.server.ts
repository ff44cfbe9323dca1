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
import { voiceName } from '#ui/messages/follow-up.fr.ts';
import { pactFollowUp } from '#ui/follow-up/pact-follow-up.ts';
import { neverThereOrGone } from '../../../gone.ts';

export const load: PageServerLoad = async ({ params }) => {
  const id = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  const { assessments } = storesOn(db);
  const followed = (await assessments.pact(id)) ?? (await neverThereOrGone(db, { what: 'pact', id }));
  const [promises, pact, place, answering] = await Promise.all([
    followedCommitments(db, { pact: id }),
    pactRefOf(db, id),
    placeRef(db, followed.place),
    assessments.speakers(followed, 'town-hall'),
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
    nobodyAnswers:
      answering.length === 0
        ? voiceName('town-hall', { place: followed.place.kind, state: followed.state, list: followed.listName })
        : null,
  };
};
