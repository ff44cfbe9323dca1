import type { PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { carriedPromises } from '#server/storage/carried-promises.ts';
import { indicatorsOfPlace } from '#server/storage/public-indicators.ts';
import { carriedAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

/** Actions without a promise that the page names; the plan has them all. */
const OTHERS_SHOWN = 50;

export const load: PageServerLoad = async (event) => {
  const { db, place, zone } = await followUpPlace(event);
  sendOnTo(carriedAddress(place), event.url);
  const [{ promises, others, actions }, indicators] = await Promise.all([
    carriedPromises(db, place),
    indicatorsOfPlace(db, place),
  ]);
  return {
    place,
    today: todayAt(zone),
    counts: {
      promises: promises.length,
      carried: promises.filter((one) => one.actions.length > 0).length,
      actions,
      others: others.length,
    },
    page: notWrittenOut({
      promises: promises.map(({ promise, actions: carrying }) => ({
        ...commitmentLine(place, editionById(promise.edition), promise),
        signed: promise.signed,
        actions: carrying,
      })),
      others: others.slice(0, OTHERS_SHOWN),
      indicators,
    }),
  };
};
