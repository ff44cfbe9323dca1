/** What the observatory shows of one part of the country beside its cell (./observatory.ts): each read is one query, of kept figures. */
import { sql } from 'kysely';
import {
  codeOfArea,
  codesOfCell,
  SIZES,
  STANDINGS,
  type Area,
  type Cell,
  type Size,
} from '#domain/observatory/cell.ts';
import type { ApartFigures, BodyFigure, NamedArea, Signatories, SignedInPeriod } from '#domain/observatory/figures.ts';
import type { Period } from '#domain/observatory/listed.ts';
import type { Db } from './connection.ts';

type Part = { readonly edition: string; readonly area: Area };

/** Pacts of the whole country by edition; one without a pact is not there. */
export async function pactsByEdition(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('tally')
    .select(['edition', 'count'])
    .where('area', '=', 'fr')
    .where('size', '=', 'all')
    .where('standing', '=', 'all')
    .where('subject', '=', 'pacts')
    .where('edition', '<>', '*')
    .where('edition', 'in', db.selectFrom('tallyDate').select('tallyDate.edition'))
    .execute();
  return new Map(rows.map(({ edition, count }) => [edition, count]));
}

export type Territory = {
  /** Régions, then départements, each by code. */
  readonly areas: readonly NamedArea[];
  /** Communes of the part asked, whether anything was signed there or not. */
  readonly communes: number;
};

/** The areas that one can choose, and how many communes there are in the one chosen; `size`: of that size only. One query. */
export async function territoryOf(
  db: Db,
  { area, size }: { readonly area: Area; readonly size: Size | null },
): Promise<Territory> {
  const { rows } = await sql<{
    kind: 'region' | 'department' | 'communes';
    code: string;
    name: string;
    communes: number;
  }>`
    select 'region' as kind, code, name, 0 as communes from region
    union all
    select 'department', code, name, 0 from department where region_code is not null
    union all
    select 'communes', '', '', municipalities from municipality_count
    where area = ${codeOfArea(area)} and size = ${size ?? 'all'}
    order by 1, 2`.execute(db);
  const areas = rows.flatMap(({ kind, code, name }): NamedArea[] =>
    kind === 'communes' ? [] : [{ area: { kind, code }, name }],
  );
  return {
    areas: [
      ...areas.filter(({ area: { kind } }) => kind === 'region'),
      ...areas.filter(({ area: { kind } }) => kind !== 'region'),
    ],
    communes: rows.find(({ kind }) => kind === 'communes')?.communes ?? 0,
  };
}

/** Who signed, of every size and standing. */
export async function signatoriesOf(db: Db, part: Part): Promise<Signatories> {
  const { edition, area } = codesOfCell({ ...part, size: null, standing: null });
  const { rows } = await sql<{ size: string; standing: string; subject: string; count: number }>`
    select size, standing, subject, count from tally
    where edition = ${edition} and area = ${area} and subject in ('pacts', 'places')
      and size = any (${['all', ...SIZES]}::text[]) and (size = 'all' or standing = 'all')`.execute(db);
  const of = (subject: string, size: string, standing: string): number =>
    rows.find((row) => row.subject === subject && row.size === size && row.standing === standing)?.count ?? 0;
  return {
    whole: { pacts: of('pacts', 'all', 'all'), places: of('places', 'all', 'all') },
    bySize: SIZES.map((size) => ({ size, pacts: of('pacts', size, 'all'), places: of('places', size, 'all') })),
    byStanding: STANDINGS.map((standing) => ({
      standing,
      pacts: of('pacts', 'all', standing),
      places: of('places', 'all', standing),
    })),
  };
}

/** `measure`: of this one only; bodies: the most named first. */
export async function apartFigures(
  db: Db,
  { measure, bodies, ...cell }: Cell & { readonly measure?: number; readonly bodies: number },
): Promise<ApartFigures> {
  const { edition, area, size, standing } = codesOfCell(cell);
  const here = sql`edition = ${edition} and area = ${area} and size = ${size} and standing = ${standing}
    ${measure === undefined ? sql`` : sql`and item = ${`m${measure}`}`}`;
  const { rows } = await sql<{
    subject: 'amended' | 'excepted' | 'reworded' | 'body';
    item: string;
    level: number;
    value: string;
    count: number;
    grouping: BodyFigure['grouping'];
  }>`
    select subject, item, level, value, count, null::jsonb as grouping from tally
    where ${here} and subject in ('amended', 'excepted', 'reworded')
    union all
    select 'body', '', 0, b.value, b.count,
      (select jsonb_build_object('siren', g.siren, 'name', g.name, 'slug', g.slug) from "grouping" g where g.siren = b.value)
    from (
      select value, sum(count)::integer as count from tally where ${here} and subject = 'body'
      group by value order by sum(count) desc, value limit ${bodies}
    ) b
    order by count desc, item, level, value`.execute(db);
  return {
    amended: rows.flatMap(({ subject, item, count }) =>
      subject === 'amended' ? [{ measure: Number(item.slice(1)), pacts: count }] : [],
    ),
    clauses: rows.flatMap(({ subject, item, level, value, count }) =>
      subject === 'excepted' || subject === 'reworded'
        ? [{ apart: subject, measure: Number(item.slice(1)), level, clause: Number(value), pacts: count }]
        : [],
    ),
    bodies: rows.flatMap(({ subject, value, count, grouping }) =>
      subject === 'body' ? [{ body: value, grouping, promises: count }] : [],
    ),
  };
}

export async function signedInPeriod(
  db: Db,
  { period, ...part }: Part & { readonly period: Period },
): Promise<SignedInPeriod> {
  const { edition, area } = codesOfCell({ ...part, size: null, standing: null });
  const { rows } = await sql<{ item: string; within: boolean; pacts: number }>`
    select item, value <> '' as within, sum(count)::integer as pacts from tally
    where edition = ${edition} and area = ${area} and size = 'all' and standing = 'all' and subject = 'signed'
      and (value = '' or (value >= ${period.since ?? '0000-01-01'} and value <= ${period.until ?? '9999-12-31'}))
    group by 1, 2`.execute(db);
  const pacts = rows.filter(({ item }) => item === '');
  return {
    pacts: pacts.find(({ within }) => within)?.pacts ?? 0,
    dayUnknown: pacts.find(({ within }) => !within)?.pacts ?? 0,
    promised: new Map(
      rows.flatMap(({ item, within, pacts: count }) =>
        within && item !== '' ? [[Number(item.slice(1)), count] as const] : [],
      ),
    ),
  };
}
