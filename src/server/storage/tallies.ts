/**
 * Figures of the country, kept by the act that changes them: recounting 3.8 million stances on each page view would cost
 * half a second. What the demonstration plays is not of the country and never counts.
 *
 * What a place counts for is said once, by the view `place_tally` (last said in migration 0141). An act that changes any of it goes
 * through `tallied`, which keeps the difference; `recountedDifference` finds what was changed behind its back.
 */
import { sql, type RawBuilder } from 'kysely';
import type { TallyFault } from '#domain/observatory/tally-fault.ts';
import type { Db } from './connection.ts';
import { countedPactFaults, keepCountedPacts, keepEveryCountedPact } from './counted-pacts.ts';
import { keepMunicipalityCounts, municipalityCountFaults } from './municipality-counts.ts';
import { keepEverySignedWording, keepSignedWordings, signedWordingFaults } from './signed-wordings.ts';

/** What is counted; the view says how. */
export const TALLY_SUBJECTS = [
  'pacts',
  'places',
  'places-assessed',
  'places-reviewed',
  'commitments',
  'levels',
  'local-commitments',
  'assessed',
  'plans',
  'actions',
  'signed',
  'stance',
  'amended',
  'excepted',
  'reworded',
  'body',
  'done',
] as const;
export type TallySubject = (typeof TALLY_SUBJECTS)[number];

export type TallyTables = {
  tally: TallyKey & { count: number };
  tallyDate: { edition: string; countedAt: Date };
  recountedTally: TallyKey & { count: number };
};

type TallyKey = {
  /** `*`: every edition together. */
  edition: string;
  /** `fr`, `r-11`, `d-94`. */
  area: string;
  size: string;
  standing: string;
  subject: TallySubject;
  /** `m15`, `pA`, `l`; '' where the subject is of no promise. */
  item: string;
  level: number;
  value: string;
};

/** Any constant, the same in all processes. ASCII of "paroleta". */
const TALLY_LOCK = '8097876208943461473';
/** The same with its last letter next. Shared by the acts that take a difference, held alone by who counts anew. */
const COUNTING_LOCK = '8097876208943461474';

export type Tallied = {
  /** INSEE codes and SIREN of the places whose figures may change; of today or not. */
  readonly places: readonly string[];
  readonly at: Date;
  /** All that the change can touch; absent: anything. */
  readonly touching?: readonly TallySubject[];
};

/** More places than that are counted anew with all the others. */
const ONE_BY_ONE = 500;

/** Transactions in which a difference is being taken: an act within the act is part of it. */
const open = new WeakMap<Db, ReadonlySet<string>>();

/**
 * Does `change`, which may change what these places count for, and keeps the difference in the tallies. Call it in the
 * act's transaction. Two acts on one place wait for each other; the figures themselves are locked at the end only.
 */
export async function tallied<Value>(db: Db, given: Tallied, change: () => Promise<Value>): Promise<Value> {
  const { places, at, touching = TALLY_SUBJECTS } = given;
  const around = open.get(db);
  if (around !== undefined) {
    if (places.some((code) => !around.has(code))) throw new Error('a change of figures within that of other places');
    return await change();
  }
  open.set(db, new Set(places));
  try {
    if (new Set(places).size > ONE_BY_ONE) {
      await waitToRecount(db);
      const value = await change();
      await recountTallies(db, at);
      return value;
    }
    // What the difference is taken from must not be counted anew before the difference is kept.
    await sql`select pg_advisory_xact_lock_shared(${COUNTING_LOCK})`.execute(db);
    // Only then: a new release of the territory, which says where communes merged, holds that lock alone.
    const codes = await countedUnder(db, places);
    await lockPlaces(db, codes);
    const before = await rowsOf(db, codes, touching);
    const value = await change();
    // Where a pact is counted changes only where the number of pacts somewhere can.
    if (touching.includes('pacts')) {
      await keepCountedPacts(db, codes);
      await keepSignedWordings(db, codes);
    }
    await keepDifference(db, differenceOf(before, await rowsOf(db, codes, touching)), at);
    return value;
  } finally {
    open.delete(db);
  }
}

/** What is counted of a commune that merged is counted of the commune of today. In order, each once. */
async function countedUnder(db: Db, places: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct coalesce(m.of_today, given.code) as code from unnest(${places}::text[]) as given (code)
    left join municipality m on m.code = given.code order by 1`.execute(db);
  return rows.map(({ code }) => code);
}

/** One by one and in order: two acts that want the same places never wait for each other in a ring. */
async function lockPlaces(db: Db, codes: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('tally ' || code, 0))
    from (select code from unnest(${codes}::text[]) as c (code) order by code offset 0) in_order`.execute(db);
}

/** The places of these pacts, for `tallied`. One query. */
export async function placesOfPacts(db: Db, pacts: readonly number[]): Promise<readonly string[]> {
  if (pacts.length === 0) return [];
  const { rows } = await sql<{ place: string }>`
    select distinct coalesce(municipality_code, grouping_siren) as place from pact where id = any (${pacts}::integer[])`.execute(
    db,
  );
  return rows.map(({ place }) => place);
}

/** The places of pacts that one of these lists signed, or a list that merged into it. One query. */
export async function placesOfLists(db: Db, lists: readonly number[]): Promise<readonly string[]> {
  if (lists.length === 0) return [];
  const { rows } = await sql<{ place: string }>`
    select distinct coalesce(p.municipality_code, p.grouping_siren) as place
    from candidate_list l
    left join candidate_list into_one on into_one.id = l.merged_into
    join pact_list pl on pl.candidate_list_id = l.id
    join pact p on p.id = pl.pact_id
    where l.id = any (${lists}::integer[]) or l.merged_into = any (${lists}::integer[])
      or into_one.merged_into = any (${lists}::integer[])`.execute(db);
  return rows.map(({ place }) => place);
}

/** One thing that places of the same kind count for; the arrays spread it over cells. */
type PlaceRow = {
  readonly editions: readonly string[];
  readonly areas: readonly (string | null)[];
  readonly sizes: readonly string[];
  readonly standings: readonly string[];
  readonly subject: TallySubject;
  readonly item: string;
  readonly level: number;
  readonly value: string;
};

type Counted = { readonly row: PlaceRow; readonly count: number };

async function rowsOf(
  db: Db,
  codes: readonly string[],
  touching: readonly TallySubject[],
): Promise<ReadonlyMap<string, Counted>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<PlaceRow & { count: number }>`
    select editions, areas, sizes, standings, subject, item, level, value, sum(count)::integer as count
    from place_tally where place = any (${codes}::text[]) and subject = any (${literals(touching)})
    group by editions, areas, sizes, standings, subject, item, level, value`.execute(db);
  return new Map(rows.map(({ count, ...row }) => [JSON.stringify(Object.values(row)), { row, count }]));
}

/** Written out, for the planner to leave aside the branches of the view that are not asked. Only our own words come here. */
function literals(subjects: readonly TallySubject[]): RawBuilder<string[]> {
  return sql`array[${sql.join(subjects.map((subject) => sql.lit(subject)))}]::text[]`;
}

function differenceOf(before: ReadonlyMap<string, Counted>, after: ReadonlyMap<string, Counted>): readonly Counted[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const counted = after.get(key) ?? before.get(key);
    const count = (after.get(key)?.count ?? 0) - (before.get(key)?.count ?? 0);
    return counted === undefined || count === 0 ? [] : [{ row: counted.row, count }];
  });
}

async function keepDifference(db: Db, difference: readonly Counted[], at: Date): Promise<void> {
  if (difference.length === 0) return;
  // Writers of the country's figures one after the other: they all touch the same rows.
  await sql`select pg_advisory_xact_lock(${TALLY_LOCK})`.execute(db);
  const rows = JSON.stringify(difference.map(({ row, count }) => ({ ...row, count })));
  const changed = sql`
    select e collate "C" as edition, a collate "C" as area, s collate "C" as size, t collate "C" as standing,
      subject collate "C" as subject, item collate "C" as item, level, value collate "C" as value, sum(count)::integer as count
    from jsonb_to_recordset(${rows}::jsonb) as d (editions text[], areas text[], sizes text[], standings text[],
      subject text, item text, level smallint, value text, count integer)
    cross join lateral unnest(editions) as e
    cross join lateral unnest(areas) as a
    cross join lateral unnest(sizes) as s
    cross join lateral unnest(standings) as t
    where a is not null
    group by e, a, s, t, subject, item, level, value
    having sum(count) <> 0`;
  const key = sql`(t.edition, t.area, t.size, t.standing, t.subject, t.item, t.level, t.value)
    = (c.edition, c.area, c.size, c.standing, c.subject, c.item, c.level, c.value)`;
  await sql`
    with changed as materialized (${changed}),
    gone as (delete from tally t using changed c where ${key} and t.count + c.count = 0),
    moved as (update tally t set count = t.count + c.count from changed c where ${key} and t.count + c.count <> 0)
    insert into tally select c.* from changed c where not exists (select from tally t where ${key})`.execute(db);
  const editions = [...new Set(difference.flatMap(({ row }) => row.editions))];
  await sql`
    insert into tally_date (edition, counted_at) select unnest(${editions}::text[]), ${at}
    on conflict (edition) do update set counted_at = greatest(tally_date.counted_at, excluded.counted_at)`.execute(db);
}

/**
 * Waits until nobody is in the middle of an act that changes figures, and lets none begin. Call it before a change that
 * ends with a recount: who began before it would take their difference from figures that are no more.
 */
export async function waitToRecount(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${COUNTING_LOCK})`.execute(db);
}

/** Counts the whole country anew: after a change of the territory, or a load. Call it in a transaction; half a minute at most. */
export async function recountTallies(db: Db, at: Date): Promise<void> {
  await waitToRecount(db);
  await sql`select pg_advisory_xact_lock(${TALLY_LOCK})`.execute(db);
  await keepMunicipalityCounts(db);
  await keepEveryCountedPact(db);
  await keepEverySignedWording(db);
  await sql`delete from tally`.execute(db);
  await sql`insert into tally select * from recounted_tally where count > 0`.execute(db);
  await sql`
    insert into tally_date (edition, counted_at) select distinct edition, ${at}::timestamptz from tally
    on conflict (edition) do update set counted_at = greatest(tally_date.counted_at, excluded.counted_at)`.execute(db);
}

/** Empty: every figure kept is what a recount finds. */
export async function recountedDifference(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly TallyFault[]> {
  const { rows } = await sql<TallyFault>`
    select edition, area, size, standing, subject, item, level, value,
      coalesce(t.count, 0) as kept, coalesce(r.count, 0) as recounted
    from tally t
    full join (select * from recounted_tally where count > 0) r
      using (edition, area, size, standing, subject, item, level, value)
    where t.count is distinct from r.count
    order by 1, 2, 3, 4, 5, 6, 7, 8 limit ${limit}`.execute(db);
  const others = [
    await countedPactFaults(db, { limit }),
    await municipalityCountFaults(db, { limit }),
    await signedWordingFaults(db, { limit }),
  ];
  return [...rows, ...others.flat()].slice(0, limit);
}
