import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { carriedPromises } from '#server/storage/carried-promises.ts';
import { indicatorsOfPlace } from '#server/storage/public-indicators.ts';
import { placeRef } from '#server/storage/places.ts';
import { carriedAddress, municipalityCodeIn } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { sendToHolder } from '../not-a-municipality.ts';

/** Actions without a promise that the page names; the plan has them all. */
const OTHERS_SHOWN = 50;

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const place = (await placeRef(db, { kind: 'municipality', code })) ?? (await sendToHolder(db, { code, url }));
  if (place.kind !== 'municipality') error(404);
  sendOnTo(carriedAddress(place), url);
  const [{ promises, others, actions }, indicators] = await Promise.all([
    carriedPromises(db, place),
    indicatorsOfPlace(db, place),
  ]);
  return {
    place,
    today: localDay(new Date(), departmentOf(place.code)),
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
