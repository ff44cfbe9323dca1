import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { whatIsBound } from '#domain/campaign/bound.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import {
  comparedListsAddress,
  electionAddress,
  listAddress,
  listsAddress,
  municipalityCodeIn,
  pactAddress,
  placeAddress,
} from '#ui/addresses.ts';
import { listLine } from '#ui/campaign/list-lines.ts';
import { charterAsked, comparisonShown } from '#ui/comparison/comparison-shown.ts';
import { electionNamed, electionTitle } from '#ui/messages/campaign.fr.ts';
import * as words from '#ui/messages/comparison.fr.ts';
import { pactTitle, signatory } from '#ui/messages/pact.fr.ts';
import { electionsIn } from '#server/campaign-store.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown, type ShownPact } from '#server/storage/commune-shown.ts';
import type { Db } from '#server/storage/connection.ts';
import { listsOfMunicipality, type ListsHere } from '#server/storage/list-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { sendToHolder } from '../not-a-municipality.ts';

/** Columns that still read side by side. */
const MOST_COLUMNS = 5;

/** `?election=`: one of which lists are known here; the latest unless told. `?charte=`, `?ecarts=1`: as for communes. */
export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const place = await placeRef(db, { kind: 'municipality', code });
  if (place?.kind !== 'municipality') return await sendToHolder(db, { code, url });
  sendOnTo(comparedListsAddress(place), url);
  const [elections, here] = await Promise.all([electionsIn(db, code), listsOfMunicipality(db, { code })]);
  const known = [...new Set(here.lists.map(({ election }) => election))];
  const asked = url.searchParams.get('election');
  const election = known.find((id) => id === asked) ?? known[0] ?? null;
  const lists = here.lists.filter((list) => list.election === election);
  const byId = new Map(here.lists.map((list) => [list.id, list]));
  const whole = await pactsOf(db, here);
  const signed = here.pacts.filter(({ list }) => lists.some(({ id }) => id === list));
  const charters = [...new Set(signed.map(({ pact }) => pact.edition))].flatMap((id) => editionById(id) ?? []);
  const edition = charterAsked(charters, url.searchParams);
  const today = localDay(new Date(), departmentOf(code));
  const columns = signed.flatMap(({ pact, list, linked }) => {
    const shown = whole.get(pact.id);
    return pact.edition !== edition?.id || shown === undefined
      ? []
      : [
          {
            name: byId.get(list)?.name ?? signatory(pact),
            href: pactAddress(pact),
            note: linked ? '' : words.LINKED_BY_NAME,
            pact: shown,
            today,
          },
        ];
  });
  const shown = columns.slice(0, MOST_COLUMNS);
  const address = `${comparedListsAddress(place)}?election=${election ?? ''}`;
  const title = (id: string): string => {
    const found = elections.find((one) => one.id === id);
    return found === undefined ? electionNamed(id) : electionTitle(found, place.name);
  };
  return {
    place: { name: place.name, href: placeAddress(place), lists: listsAddress(place) },
    address,
    title: words.listsSideBySide(place.name, election === null ? words.AT_NO_ELECTION : title(election)),
    election: election === null ? null : { href: electionAddress(election), title: title(election) },
    others: known
      .filter((id) => id !== election)
      .map((id) => ({ href: `${comparedListsAddress(place)}?election=${id}`, title: title(id) })),
    counted: words.listsCountedLine({
      lists: lists.length,
      signed: lists.filter(({ id }) => signed.some(({ list }) => list === id)).length,
    }),
    lists: lists.map((list) => ({
      ...listLine(list, byId),
      signed: signed
        .filter((one) => one.list === list.id)
        .map(({ pact, linked }) => ({ href: pactAddress(pact), title: pactTitle(pact), linked })),
      parts: partsOf(list.id, here, byId),
    })),
    more: columns.length > shown.length,
    shown: notWrittenOut({
      comparison:
        edition === null
          ? null
          : comparisonShown({ edition, charters, columns: shown, fields: url.searchParams, address }),
    }),
  };
};

/** Of a list into which others merged: which of them is bound by what. */
function partsOf(id: number, { lists, pacts }: ListsHere, byId: ReadonlyMap<number, ListsHere['lists'][number]>) {
  const list = byId.get(id);
  const merged = lists.filter((other) => other.merged?.into === id);
  if (list === undefined || merged.length === 0) return [];
  const signed = pacts.map(({ pact, list: by }) => ({ id: pact.id, list: by, signedOn: pact.signedOn }));
  return whatIsBound(list, merged, signed).parts.flatMap((part) => {
    const former = byId.get(part.list);
    if (former === undefined) return [];
    return [{ href: listAddress(former), line: words.partLine(former.name, part.pacts.length) }];
  });
}

/** With what each voice says; those of communes that merged into this one since included. One query. */
async function pactsOf(db: Db, { pacts }: ListsHere): Promise<ReadonlyMap<number, ShownPact>> {
  const codes = [
    ...new Set(pacts.flatMap(({ pact }) => (pact.place.kind === 'municipality' ? [pact.place.code] : []))),
  ];
  const communes = await Promise.all(codes.map((code) => communeShown(db, { code })));
  return new Map(communes.flatMap((commune) => (commune?.pacts ?? []).map((pact) => [pact.id, pact] as const)));
}
