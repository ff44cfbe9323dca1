/**
 * Relations between charters as everybody reads them: what a person confirmed, and what a published edition says of its origins.
 * What collectives made of a measure in their own editions is nobody's confirmation: it is told apart, and is in no version.
 */
import { sql, type Selectable } from 'kysely';
import type { LinkPair } from '#domain/crosswalk/crosswalk-link.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Db } from './connection.ts';
import { toTarget } from './crosswalk-links.ts';
import type { CrosswalkTables } from './crosswalk-tables.ts';

export type KnownRelation = LinkPair & {
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
};

/** Every relation once, as it was said, in the order of editions, measures and goals. One query. */
export async function allRelations(db: Db): Promise<readonly KnownRelation[]> {
  return (await relationQuery(db).where('forward', '=', true).where('isLocal', '=', false).execute()).map(toRelation);
}

/** `through`: confirmed of a measure of an earlier edition whose words this promise keeps; null: of this very promise. */
export type HeldRelation = KnownRelation & { readonly through: CharterPromise | null };

/** The first of a list, and how many it has. */
export type FirstRelations = { readonly first: readonly HeldRelation[]; readonly count: number };

export type RelationsOfPromise = {
  readonly promises: FirstRelations;
  readonly goals: FirstRelations;
  /** Of collectives, in their own editions. */
  readonly localVersions: FirstRelations;
};

/** Those of one promise, whoever said them from which side: at most `limit` of each kind. One query. */
export async function relationsOf(
  db: Db,
  { edition, item, limit }: CharterPromise & { readonly limit: number },
): Promise<RelationsOfPromise> {
  const kind = sql<keyof RelationsOfPromise>`
    case when is_local then 'localVersions' when to_goal is null then 'promises' else 'goals' end`;
  const rows = await db
    .with('numbered', (query) =>
      query
        .selectFrom(heldBy({ edition, item }))
        .selectAll()
        .select(kind.as('kind'))
        .select(sql<number>`(count(*) over (partition by ${kind}))::integer`.as('count'))
        .select(
          sql<number>`row_number() over (partition by ${kind} order by to_edition, length(to_item), to_item, to_goal)`.as(
            'place',
          ),
        )
        // What a collective's measure comes from is said beside it, by the act of publishing it.
        .where((eb) => eb.or([eb('isLocal', '=', false), eb('relation', '=', 'local-version')])),
    )
    .selectFrom('numbered')
    .selectAll()
    .where('place', '<=', limit)
    .orderBy('place')
    .execute();
  const those = (wanted: keyof RelationsOfPromise): FirstRelations => {
    const here = rows.filter((row) => row.kind === wanted);
    return { first: here.map(toHeld), count: here[0]?.count ?? 0 };
  };
  return { promises: those('promises'), goals: those('goals'), localVersions: those('localVersions') };
}

/** `edition` and `item` on the same side, whichever it is. */
export type RelationsWanted = {
  readonly key?: string;
  readonly edition?: string;
  readonly item?: string;
  readonly goal?: number;
  readonly relation?: ShownRelation;
};

/** Every relation once, as it was said, by its code; one row more than `limit` tells that there are more. One query. */
export async function relationsByCode(
  db: Db,
  { after, limit, ...wanted }: RelationsWanted & { readonly after: string; readonly limit: number },
): Promise<readonly (KnownRelation & { readonly key: string })[]> {
  const rows = await wantedRelations(db, wanted)
    .selectAll()
    .where('key', '>', after)
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ key: row.key, ...toRelation(row) }));
}

function wantedRelations(db: Db, { key, edition, item, goal, relation }: RelationsWanted) {
  const side = (of: 'from' | 'to') =>
    sql<boolean>`(${edition ?? null}::text is null or ${sql.ref(`${of}_edition`)} = ${edition ?? null}::text)
      and (${item ?? null}::text is null or ${sql.ref(`${of}_item`)} = ${item ?? null}::text)`;
  return db
    .selectFrom('crosswalkRelation')
    .where('forward', '=', true)
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .$if(edition !== undefined || item !== undefined, (query) => query.where((eb) => eb.or([side('from'), side('to')])))
    .$if(goal !== undefined, (query) => query.where('toGoal', '=', goal ?? 0))
    .$if(relation !== undefined, (query) => query.where('relation', '=', relation ?? 'same'));
}

export type RelationCursor = { readonly place: number; readonly key: string };

/**
 * Those of one edition, or of one promise of it, by keyset, in the order of its promises; or, `local`, its versions in the editions of
 * collectives. `limit` 1 to 200.
 */
export async function relationsOfEdition(
  db: Db,
  {
    edition,
    item,
    local = false,
    after,
    limit,
  }: {
    readonly edition: string;
    readonly item?: string;
    readonly local?: boolean;
    readonly after?: RelationCursor;
    readonly limit: number;
  },
): Promise<{ readonly relations: readonly HeldRelation[]; readonly next: RelationCursor | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const rows = await db
    .selectFrom(heldBy({ edition, item: item ?? null }))
    .selectAll()
    .select(PLACE.as('place'))
    .where('isLocal', '=', local)
    .$if(local, (query) => query.where('relation', '=', 'local-version'))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${PLACE}, key) > (${after?.place ?? 0}::integer, ${after?.key ?? ''}::text)`),
    )
    .orderBy('place')
    .orderBy('key')
    .limit(size + 1)
    .execute();
  const last = rows[size - 1];
  return {
    relations: rows.slice(0, size).map(toHeld),
    next: rows.length <= size || last === undefined ? null : { place: last.place, key: last.key },
  };
}

/** Promises that serve a goal, editions in order. `limit` 1 to 200; by the key of the last one shown. */
export async function relationsOfGoal(
  db: Db,
  { goal, after = '', limit }: { readonly goal: number; readonly after?: string; readonly limit: number },
): Promise<{ readonly relations: readonly KnownRelation[]; readonly next: string | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const rows = await db
    .selectFrom('crosswalkRelation')
    .selectAll()
    .where('toGoal', '=', goal)
    .where('key', '>', after)
    .orderBy('key')
    .limit(size + 1)
    .execute();
  return {
    relations: rows.slice(0, size).map(toRelation),
    next: rows.length <= size ? null : (rows[size - 1]?.key ?? null),
  };
}

export type RelationCounts = {
  /** Promises of the edition that have a relative, and that serve a goal. */
  readonly edition: string;
  readonly withRelative: number;
  readonly withGoal: number;
  /** When the last of them was confirmed. */
  readonly latest: Date;
};

/** One query for all these editions; one without any relation is not there. */
export async function relationCounts(db: Db, editions: readonly string[]): Promise<readonly RelationCounts[]> {
  const { rows } = await sql<RelationCounts>`
    select e.edition,
      count(distinct r.from_item) filter (where r.to_goal is null)::integer as "withRelative",
      count(distinct r.from_item) filter (where r.to_goal is not null)::integer as "withGoal",
      max(r.since) as latest
    from unnest(${[...editions]}::text[]) as e (edition), crosswalk_relations_of(e.edition, null) r
    where not r.is_local
    group by e.edition order by e.edition`.execute(db);
  return rows;
}

/** When the last relation was confirmed, or an edition published that says one; null: there is none. */
export async function latestRelation(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('crosswalkRelation')
    .select(({ fn }) => fn.max('since').as('latest'))
    .where('isLocal', '=', false)
    .executeTakeFirst();
  return row?.latest ?? null;
}

/** Of how many measures each goal is served. */
export async function goalCounts(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('crosswalkRelation')
    .select(['toGoal', ({ fn }) => fn.countAll<number>().as('count')])
    .where('toGoal', 'is not', null)
    .groupBy('toGoal')
    .execute();
  return new Map(rows.map(({ toGoal, count }) => [toGoal ?? 0, count]));
}

const PLACE = sql<number>`case when from_item like 'p%' then ascii(substr(from_item, 2)) - 1000 else substr(from_item, 2)::integer end`;

/** With those that it keeps of earlier editions; `item` null: of every promise of the edition. */
function heldBy({ edition, item }: { readonly edition: string; readonly item: string | null }) {
  type Row = Omit<Selectable<CrosswalkTables['crosswalkRelation']>, 'forward'> & {
    readonly throughEdition: string | null;
    readonly throughItem: string | null;
  };
  return sql<Row>`crosswalk_relations_of(${edition}, ${item})`.as<'held'>(sql.id('held'));
}

function relationQuery(db: Db) {
  return db
    .selectFrom('crosswalkRelation')
    .selectAll()
    .orderBy('fromEdition')
    .orderBy(PLACE)
    .orderBy('toEdition', (order) => order.asc().nullsLast())
    .orderBy(sql`length(to_item)`)
    .orderBy('toItem')
    .orderBy('toGoal');
}

function toRelation(row: {
  readonly fromEdition: string;
  readonly fromItem: string;
  readonly toEdition: string | null;
  readonly toItem: string | null;
  readonly toGoal: number | null;
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
}): KnownRelation {
  const { fromEdition, fromItem, relation, reason, since } = row;
  return { from: { edition: fromEdition, item: fromItem }, to: toTarget(row), relation, reason, since };
}

function toHeld(
  row: Parameters<typeof toRelation>[0] & {
    readonly throughEdition: string | null;
    readonly throughItem: string | null;
  },
): HeldRelation {
  const { throughEdition: edition, throughItem: item } = row;
  return { ...toRelation(row), through: edition === null || item === null ? null : { edition, item } };
}
