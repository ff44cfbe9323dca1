/** The door of every file of a grouping: a SIREN that names none is not found. */
import { error } from '@sveltejs/kit';
import { sirenIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { groupingPage, type GroupingPage } from '#server/storage/grouping-page.ts';
import { findGrouping, type GroupingPlace } from '#server/storage/territory.ts';
import { measureTitle } from '#server/charter-words.ts';

export async function knownGrouping({ grouping }: { readonly grouping: string }) {
  const siren = sirenIn(grouping) ?? error(404);
  const { db }: Runtime = await runtime();
  const [page, place] = await Promise.all([groupingPage(db, { siren }), findGrouping(db, siren)]);
  if (page === null || place === null) error(404);
  return { db, siren, page, place };
}

/** Its municipalities of today, with the pacts published there. */
export function membersOf({ page, place }: { readonly page: GroupingPage; readonly place: GroupingPlace }) {
  const pacts = Map.groupBy(
    page.communePacts,
    ({ place: there, today }) => today?.code ?? (there.kind === 'municipality' ? there.code : ''),
  );
  return place.municipalities.map(({ code, name, slug, departmentCode, population }) => ({
    code: String(code),
    name,
    slug,
    departmentCode: String(departmentCode),
    population,
    pacts: pacts.get(code)?.length ?? 0,
  }));
}

export function leftTo(page: GroupingPage) {
  return page.leftToIt.map(({ pact, mark }) => ({
    pact,
    mark,
    title: measureTitle({ edition: pact.edition, measure: mark.measure }) ?? '',
  }));
}
