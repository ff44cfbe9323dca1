/** The part of the country that a page or a file of the observatory shows: what its address asks, with the charter it is about. */
import { error, redirect } from '@sveltejs/kit';
import type { Edition } from '#domain/charter/edition.ts';
import { isBounded } from '#domain/observatory/listed.ts';
import type { NamedArea } from '#domain/observatory/figures.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
import { answersOf, lostAt, narrowedTo, type Choice, type Losable } from '#ui/observatory/answers.ts';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { FIELD, observatoryAsked, type ObservatoryAsked } from '#ui/observatory/asked.ts';
import { inSharedWords, TERRITORY } from '#ui/observatory/former-words.ts';
import { loadEditions } from '#server/charters.ts';
import type { Db } from '#server/storage/connection.ts';
import { pactsByEdition } from '#server/storage/observatory-overview.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export type PartAsked = {
  /** What these figures answer of it. */
  readonly asked: ObservatoryAsked;
  /** The rest of what the address says of a part of the country: left aside, and told. */
  readonly faults: readonly Fault[];
  readonly edition: Edition;
  readonly editions: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly pacts: number;
  }[];
};

/**
 * For a page, `page` after `/observatoire`; one query. An address in older words, or as the form sends it, is sent on to the one in the
 * words of the API. Who names no charter sees the one with most pacts, the newest when there are none.
 */
export async function pageAsked(db: Db, url: URL, page: string, answers = answersOf(page)): Promise<PartAsked> {
  const shared = inSharedWords(url.searchParams);
  if (shared.toString() !== url.searchParams.toString()) {
    redirect(308, shared.size === 0 ? url.pathname : `${url.pathname}?${shared.toString()}`);
  }
  return await partAsked(db, shared, answers);
}

/** One query; `fields` in shared words. */
export async function partAsked(
  db: Db,
  fields: URLSearchParams,
  answers: readonly Choice[] = answersOf(''),
): Promise<PartAsked> {
  const pacts = await pactsByEdition(db);
  const signedWithCollective = ({ carriers }: Edition) => (carriers.kind === 'collective-and-list' ? 1 : 0);
  const editions = loadEditions().toSorted(
    (one, other) =>
      (pacts.get(other.id) ?? 0) - (pacts.get(one.id) ?? 0) ||
      signedWithCollective(other) - signedWithCollective(one) ||
      other.year - one.year,
  );
  const [usual] = editions;
  if (usual === undefined) throw new Error('this site knows no charter');
  const { asked: said, faults } = observatoryAsked(fields, { editions, usual });
  const lost = lostAt(said, answers).flatMap(parametersOf);
  const { asked, crossed } = withoutCrossing(narrowedTo(said, answers));
  return {
    asked,
    faults: [
      ...faults,
      ...(fields.has(TERRITORY) ? [{ parameter: TERRITORY, fault: 'misunderstood' } as const] : []),
      ...lost
        .filter((parameter) => fields.has(parameter))
        .map((parameter) => ({ parameter, fault: 'not-counted-here' }) as const),
      ...crossed.map((parameter) => ({ parameter, fault: 'not-with-days' }) as const),
    ],
    edition: editions.find(({ id }) => id === asked.edition) ?? usual,
    editions: editions.map(({ id, title, year }) => ({ id, title, year, pacts: pacts.get(id) ?? 0 })),
  };
}

/** Signatures by day are kept for every size and standing together. */
function withoutCrossing(asked: ObservatoryAsked) {
  if (!isBounded(asked.period)) return { asked, crossed: [] };
  const crossed = [...(asked.size === null ? [] : [FIELD.size]), ...(asked.standing === null ? [] : [FIELD.standing])];
  return { asked: { ...asked, size: null, standing: null }, crossed };
}

function parametersOf(choice: Losable): readonly string[] {
  switch (choice) {
    case 'area':
      return [FIELD.region, FIELD.department];
    case 'period':
      return [FIELD.since, FIELD.until];
    case 'size':
    case 'standing':
    case 'theme':
      return [FIELD[choice]];
  }
}

/** What the top of a page of the observatory shows (PartHead.svelte). Throws 404 where there is no such area. */
export function headOf(
  { asked, faults, edition, editions }: PartAsked,
  { page, areas, asOf }: { readonly page: string; readonly areas: readonly NamedArea[]; readonly asOf: Date | null },
) {
  const only = answersOf(page);
  const themes = only.includes('theme') ? (edition.groupings[0]?.themes ?? []) : [];
  return {
    asked,
    only,
    faults,
    editions,
    edition: editionName(edition),
    areas,
    area: areaNamed(areas, asked.area) ?? error(404),
    themes: themes.map(({ id, title }) => ({ id, title })),
    theme: themes.find(({ id }) => id === asked.theme)?.title ?? null,
    asOf,
  };
}
