import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { endOfMandate, phaseOn } from '#domain/campaign/election.ts';
import { localDay } from '#domain/shared/local-day.ts';
import {
  comparedListsAddress,
  electionAddress,
  listsAddress,
  municipalityCodeIn,
  pactAddress,
  placeAddress,
} from '#ui/addresses.ts';
import { byConstituency, listLine } from '#ui/campaign/list-lines.ts';
import { askAddress } from '#ui/campaign/role-address.ts';
import { electionTitle, listsTitle, mandateLine, roundsLine } from '#ui/messages/campaign.fr.ts';
import { pactTitle } from '#ui/messages/pact.fr.ts';
import { electionsIn } from '#server/campaign-store.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { listsOfMunicipality } from '#server/storage/list-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { sendToHolder } from '../not-a-municipality.ts';

/** Newest election first; one that is long past and of which we know no list is left out. */
export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const place = await placeRef(db, { kind: 'municipality', code });
  if (place?.kind !== 'municipality') return await sendToHolder(db, { code, url });
  sendOnTo(listsAddress(place), url);
  const [elections, { lists, pacts }] = await Promise.all([electionsIn(db, code), listsOfMunicipality(db, { code })]);
  const byId = new Map(lists.map((list) => [list.id, list]));
  const today = localDay(new Date(), departmentOf(code));
  const latest = elections.findLast((election) => phaseOn(election, today) === 'after')?.id;
  return {
    place: { name: place.name, href: placeAddress(place) },
    address: listsAddress(place),
    compared: comparedListsAddress(place),
    title: listsTitle(place.name),
    known: lists.length,
    askAddress: askAddress({ kind: 'place', place: { kind: 'municipality', code } }),
    elections: elections
      .toReversed()
      .map((election) => ({
        href: electionAddress(election.id),
        shown: election.id === latest || phaseOn(election, today) !== 'after',
        title: electionTitle(election, place.name),
        rounds: roundsLine(election),
        mandate: lists.some((list) => list.election === election.id && list.outcome !== null)
          ? mandateLine(endOfMandate(election, elections), today)
          : null,
        groups: byConstituency(lists.filter((list) => list.election === election.id)).map((group) => ({
          name: group.name,
          lists: group.lists.map((list) => ({
            ...listLine(list, byId),
            pacts: pacts
              .filter((signed) => signed.list === list.id)
              .map(({ pact, linked }) => ({ href: pactAddress(pact), title: pactTitle(pact), linked })),
          })),
        })),
      }))
      .filter(({ groups, shown }) => groups.length > 0 || shown)
      // What is known comes first.
      .toSorted((one, other) => Number(one.groups.length === 0) - Number(other.groups.length === 0)),
  };
};
