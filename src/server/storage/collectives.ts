/** Collectives themselves: how they are founded, found and change state. Their members: ./collective-members.ts. */
import { sql, type Updateable } from 'kysely';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { CollectiveTables } from './collective-tables.ts';
import type { Db } from './connection.ts';
import { placeColumns, placeIn } from './places.ts';

export async function foundCollective(db: Db, { places, at, ...collective }: NewCollective): Promise<number> {
  const { id } = await db
    .insertInto('collective')
    .values({ ...collective, state: 'requested', requestedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setPlaces(db, id, places);
  return id;
}

type NewCollective = {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly charterVersion: string;
  readonly places: readonly PlaceCode[];
  readonly at: Date;
};

export async function setPlaces(db: Db, id: number, places: readonly PlaceCode[]): Promise<void> {
  await db.deleteFrom('collectivePlace').where('collectiveId', '=', id).execute();
  await db
    .insertInto('collectivePlace')
    .values(places.map((place) => ({ collectiveId: id, ...placeColumns(place) })))
    .execute();
}

/** `lock`: nobody else changes it before the end of the transaction. */
export async function findCollective(db: Db, id: number, { lock }: { lock: boolean }): Promise<Collective | null> {
  if (lock) await db.selectFrom('collective').select('id').where('id', '=', id).forUpdate().execute();
  const [found] = await asked(db, (query) => query.where('collective.id', '=', id));
  return found ?? null;
}

/** Those of this very place that are not closed, oldest first. */
export async function collectivesOfPlace(db: Db, place: PlaceCode): Promise<readonly Collective[]> {
  const { municipalityCode, groupingSiren } = placeColumns(place);
  return await asked(db, (query) =>
    query.where('collective.state', '<>', 'closed').where('collective.id', 'in', (places) =>
      places
        .selectFrom('collectivePlace')
        .select('collectiveId')
        .$if(municipalityCode !== null, (held) => held.where('municipalityCode', '=', municipalityCode))
        .$if(groupingSiren !== null, (held) => held.where('groupingSiren', '=', groupingSiren)),
    ),
  );
}

export async function changeCollective(
  db: Db,
  id: number,
  change: Updateable<CollectiveTables['collective']>,
): Promise<void> {
  await db.updateTable('collective').set(change).where('id', '=', id).execute();
}

export async function livingCollectives(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('collective').select('id').where('state', '<>', 'closed').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/**
 * Active collectives without an act of a member after `before`, by the journal: acts on the collective itself, its
 * votes, its negotiations and its reviews. What the national team, an operator or a job did does not count.
 */
export async function quietSince(
  db: Db,
  before: Date,
): Promise<readonly { readonly id: number; readonly lastActAt: Date }[]> {
  const { rows } = await sql<{ id: number; lastActAt: Date }>`
    select c.id, coalesce(max(e.happened_at), c.confirmed_at) as last_act_at
    from collective c ${actsOfMembers}
    where c.state = 'active'
    group by c.id
    having greatest(coalesce(max(e.happened_at), c.confirmed_at), c.confirmed_at) <= ${before}
    order by 2, c.id`.execute(db);
  return rows;
}

/** Dormant ones in which a member acted since they fell asleep. */
export async function stirringCollectives(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct c.id from collective c ${actsOfMembers}
    where c.state = 'dormant' and e.happened_at > c.dormant_since
    order by c.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Events `e` of members of `c`: on it, its votes, its negotiations, its reviews. */
const actsOfMembers = sql`
    left join lateral (
      select 'collective' as kind, c.id::text as id
      union all select 'priority-vote', v.id::text from priority_vote v where v.collective_id = c.id
      union all select 'negotiation', n.id::text from negotiation n where n.collective_id = c.id
      union all select 'review', r.id::text from review r where r.collective_id = c.id
    ) s on true
    left join journal_event e on e.subject_kind = s.kind and e.subject_id = s.id
      and e.actor in ('collective-member', 'collective-coordinator')`;

type CollectiveQuery = ReturnType<typeof baseQuery>;

async function asked(db: Db, narrow: (query: CollectiveQuery) => CollectiveQuery): Promise<readonly Collective[]> {
  const rows = await narrow(baseQuery(db)).orderBy('collective.id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    description: row.description,
    state: row.state,
    charterVersion: row.charterVersion,
    places: row.places.map(placeIn),
    requestedAt: row.requestedAt,
    confirmed:
      row.confirmedAt === null || row.confirmedBy === null ? null : { at: row.confirmedAt, by: row.confirmedBy },
    dormantSince: row.dormantSince,
    carried:
      row.carriedBy === null || row.carriedSince === null ? null : { by: row.carriedBy, since: row.carriedSince },
    closed: row.closedAt === null ? null : { at: row.closedAt, reason: row.closedReason ?? '' },
  }));
}

function baseQuery(db: Db) {
  return db
    .selectFrom('collective')
    .selectAll('collective')
    .select(
      sql<{ municipalityCode: string | null; groupingSiren: string | null }[]>`(
        select coalesce(json_agg(json_build_object('municipalityCode', p.municipality_code, 'groupingSiren', p.grouping_siren)
                 order by p.municipality_code, p.grouping_siren), '[]')
        from collective_place p where p.collective_id = collective.id)`.as('places'),
    );
}
