/** Relations between charters as everybody reads them: what a person confirmed, and what a published edition says of its origins. */
import { sql } from 'kysely';
import type { LinkPair } from '#domain/crosswalk/crosswalk-link.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';
import { toTarget } from './crosswalk-links.ts';

export type KnownRelation = LinkPair & {
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
};

/** Promises that nobody has more relatives than; past it a page is no list any more. */
const MOST = 60;

/** Every relation once, as it was said, in the order of editions, measures and goals. One query. */
export async function allRelations(db: Db): Promise<readonly KnownRelation[]> {
  return (await relationQuery(db).where('forward', '=', true).execute()).map(toRelation);
}

/** Those of one promise, whoever said them from which side. One query. */
export async function relationsOf(db: Db, { edition, item }: CharterPromise): Promise<readonly KnownRelation[]> {
  const rows = await relationQuery(db)
    .where('fromEdition', '=', edition)
    .where('fromItem', '=', item)
    .limit(MOST)
    .execute();
  return rows.map(toRelation);
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

/** Those of one edition, by keyset, in the order of its promises. `limit` 1 to 200. */
export async function relationsOfEdition(
  db: Db,
  { edition, after, limit }: { readonly edition: string; readonly after?: RelationCursor; readonly limit: number },
): Promise<{ readonly relations: readonly KnownRelation[]; readonly next: RelationCursor | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const rows = await db
    .selectFrom('crosswalkRelation')
    .selectAll()
    .select(PLACE.as('place'))
    .where('fromEdition', '=', edition)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${PLACE}, key) > (${after?.place ?? 0}::integer, ${after?.key ?? ''}::text)`),
    )
    .orderBy('place')
    .orderBy('key')
    .limit(size + 1)
    .execute();
  const last = rows[size - 1];
  return {
    relations: rows.slice(0, size).map(toRelation),
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

/** One query for all editions; one without any relation is not there. */
export async function relationCounts(db: Db): Promise<readonly RelationCounts[]> {
  return await db
    .selectFrom('crosswalkRelation')
    .select(['fromEdition as edition'])
    .select(sql<number>`count(distinct from_item) filter (where to_goal is null)`.as('withRelative'))
    .select(sql<number>`count(distinct from_item) filter (where to_goal is not null)`.as('withGoal'))
    .select(({ fn }) => fn.max('since').as('latest'))
    .groupBy('fromEdition')
    .orderBy('fromEdition')
    .execute();
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

/** The denominator: pacts signed against the edition; and those that took the promise, at least in part. */
export type RelativeTaken = CharterPromise & {
  readonly taken: number;
  readonly pacts: number;
  readonly asOf: Date | null;
};

/** One query, over the kept figures of the country. */
export async function takenOf(db: Db, promises: readonly CharterPromise[]): Promise<readonly RelativeTaken[]> {
  if (promises.length === 0) return [];
  const { rows } = await sql<RelativeTaken>`
    select p.edition, p.item,
      coalesce((select sum(count)::integer from tally where edition = p.edition and area = 'fr' and size = 'all'
        and standing = 'all' and subject = 'stance' and item = p.item and level = 0
        and value in ('accepted', 'partial')), 0) as taken,
      coalesce((select count from tally where edition = p.edition and area = 'fr' and size = 'all' and standing = 'all'
        and subject = 'pacts' and item = '' and level = 0 and value = ''), 0) as pacts,
      (select counted_at from tally_date where edition = p.edition) as as_of
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p (edition text, item text)`.execute(db);
  return rows;
}

/** What pacts of one commune said of these promises of other charters. */
export type SaidHere = CharterPromise & {
  readonly pact: number;
  readonly listName: string | null;
  readonly stance: Stance;
};

export async function saidHere(
  db: Db,
  { municipality, promises }: { readonly municipality: string; readonly promises: readonly CharterPromise[] },
): Promise<readonly SaidHere[]> {
  if (promises.length === 0) return [];
  const { rows } = await sql<SaidHere>`
    select p.edition, p.item, pact.id as pact, pact.list_name, coalesce(c.stance, pp.stance) as stance
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p (edition text, item text)
    join pact on pact.edition = p.edition and pact.municipality_code = ${municipality}
    left join commitment c on c.pact_id = pact.id and 'm' || c.measure = p.item
    left join pact_principle pp on pp.pact_id = pact.id and 'p' || pp.letter = p.item
    where coalesce(c.stance, pp.stance) is not null
    order by pact.id limit 100`.execute(db);
  return rows;
}

const PLACE = sql<number>`case when from_item like 'p%' then ascii(substr(from_item, 2)) - 1000 else substr(from_item, 2)::integer end`;

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
