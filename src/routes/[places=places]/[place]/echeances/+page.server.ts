import type { PageServerLoad } from './$types';
import { sendOnTo } from '#server/http/canonical.ts';
import { deadlineLine } from '#ui/deadlines/deadline-line.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, place, code, zone, address } = await followUpPlace(event);
  sendOnTo(`${address}/echeances`, event.url);
  const today = todayAt(zone);
  const lines = (await stores.deadlines.of(code)).map((one) => deadlineLine(one, { place, address, today }));
  const isToCome = (line: (typeof lines)[number]) => !line.settled && line.on >= today;
  return {
    ...{ place, address },
    coming: lines.filter(isToCome),
    over: lines.filter((line) => !isToCome(line)).toReversed(),
  };
};
