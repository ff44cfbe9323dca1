/** Follow-up committees, one row each, and who gives the yes of a side. Members: ./committee-members.ts. */
import { sql } from 'kysely';
import type { Committee } from '#domain/committee/committee.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { placesOf } from './followed-pacts.ts';
import { codesOf } from './municipality-then.ts';
import { placeColumns, placeIn } from './places.ts';

export async function proposeCommittee(
  db: Db,
  given: { place: PlaceCode; collective: number; by: Voice; words: string; at: Date },
): Promise<number | null> {
  const row = await db
    .insertInto('committee')
    .values({
      ...placeColumns(given.place),
      collectiveId: given.collective,
      state: 'proposed',
      proposedBy: given.by,
      words: given.words,
      proposedAt: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findCommittee(db: Db, id: number, { lock }: { lock: boolean }): Promise<Committee | null> {
  const row = await committeeQuery(db)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : asCommittee(row);
}

/** Those of communes that merged into it too. Latest first. */
export async function committeesOf(db: Db, place: PlaceCode): Promise<readonly Committee[]> {
  const rows = await committeeQuery(db)
    .where(sql`coalesce(municipality_code, grouping_siren)`, 'in', await codesOf(db, place))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asCommittee);
}

export async function acceptCommittee(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('committee').set({ state: 'active', acceptedAt: at }).where('id', '=', id).execute();
}

export async function closeCommittee(
  db: Db,
  id: number,
  { at, by, reason }: { at: Date; by: Voice; reason: string },
): Promise<void> {
  await db
    .updateTable('committee')
    .set({ state: 'closed', closedAt: at, closedBy: by, closedReason: reason })
    .where('id', '=', id)
    .execute();
}

/** Of the place, and of the municipality that holds it since it merged. */
export async function collectivesAt(db: Db, place: PlaceCode) {
  const codes = (await placesOf(db, place)).map(codeOf);
  return await db
    .selectFrom('collectivePlace')
    .innerJoin('collective', 'collective.id', 'collectivePlace.collectiveId')
    .select(['collective.id', 'collective.name'])
    .distinct()
    .where(sql`coalesce(municipality_code, grouping_siren)`, 'in', codes)
    .where('collective.state', 'in', ['active', 'dormant'])
    .orderBy('collective.id')
    .execute();
}

export async function hasPact(db: Db, place: PlaceCode): Promise<boolean> {
  const row = await db
    .selectFrom('pact')
    .select('id')
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function editionHere(db: Db, place: PlaceCode): Promise<string | null> {
  const row = await db
    .selectFrom('pact')
    .select('edition')
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .orderBy('termFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.edition ?? null;
}

export async function speakersOf(
  db: Db,
  { place, collective }: Pick<Committee, 'place' | 'collective'>,
  voice: Voice,
): Promise<readonly string[]> {
  const codes = (await placesOf(db, place)).map(codeOf);
  const rows =
    voice === 'collective'
      ? await db
          .selectFrom('collectiveMember')
          .select('personId')
          .where('collectiveId', '=', collective)
          .where('role', '=', 'coordinator')
          .orderBy('personId')
          .execute()
      : await db
          .selectFrom('townHallMember')
          .select('personId')
          .distinct()
          .where(sql`coalesce(municipality_code, grouping_siren)`, 'in', codes)
          .orderBy('personId')
          .execute();
  return rows.map(({ personId }) => personId);
}

function committeeQuery(db: Db) {
  return db.selectFrom('committee').selectAll();
}

function asCommittee(
  row: Awaited<ReturnType<ReturnType<typeof committeeQuery>['executeTakeFirstOrThrow']>>,
): Committee {
  const { closedAt, closedBy, closedReason } = row;
  return {
    id: row.id,
    place: placeIn(row),
    collective: row.collectiveId,
    state: row.state,
    proposed: { by: row.proposedBy, at: row.proposedAt, words: row.words },
    acceptedAt: row.acceptedAt,
    closed:
      closedAt === null || closedBy === null || closedReason === null
        ? null
        : { at: closedAt, by: closedBy, reason: closedReason },
  };
}
