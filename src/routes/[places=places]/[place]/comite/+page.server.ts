import type { PageServerLoad } from './$types';
import { sendOnTo } from '#server/http/canonical.ts';
import { decisionsOf } from '#server/storage/committee-decisions.ts';
import { committeeShown } from '#ui/committee/committee-shown.ts';
import { followUpPlace } from '../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, place, code, zone, address } = await followUpPlace(event);
  sendOnTo(`${address}/comite`, event.url);
  const [committees, pact, decisions] = await Promise.all([
    stores.committees.of(code),
    stores.committees.hasPact(code),
    decisionsOf(db, code),
  ]);
  const now = new Date();
  const shown = await Promise.all(
    committees.map(async (committee) => {
      const [collective, members, meetings] = await Promise.all([
        stores.collectives.find(committee.collective),
        stores.committees.members(committee.id),
        stores.committees.meetings.of(committee.id),
      ]);
      return committeeShown(committee, { collective: collective?.name ?? '', members, meetings, zone, now });
    }),
  );
  return { place, address, pact, decisions, committees: shown };
};
