/** Coordination contested (removals) and handed on to a neighbour (takeovers). */
import { sql } from 'kysely';
import type { Removal } from '#domain/collective/coordination.ts';
import type { Db } from './connection.ts';

export async function askRemoval(
  db: Db,
  { collective, person, by, reason, at }: { collective: number; person: string; by: string; reason: string; at: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('coordinatorRemoval')
    .values({ collectiveId: collective, personId: person, askedBy: by, reason, askedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await sayOfRemoval(db, row.id, { person: by, agrees: true, at });
  return true;
}

/** Not settled, oldest first; of every collective when none is named. */
export async function removalsWaiting(db: Db, collective: number | null): Promise<readonly Removal[]> {
  return await db
    .selectFrom('coordinatorRemoval')
    .select(['id', 'collectiveId as collective', 'personId as person', 'askedBy', 'askedAt', 'reason'])
    .select(
      sql<{ person: string; agrees: boolean }[]>`(
        select coalesce(json_agg(json_build_object('person', v.person_id, 'agrees', v.agrees) order by v.said_at), '[]')
        from coordinator_removal_voice v where v.removal_id = coordinator_removal.id)`.as('voices'),
    )
    .where('outcome', 'is', null)
    .$if(collective !== null, (query) => query.where('collectiveId', '=', collective ?? 0))
    .orderBy('id')
    .execute();
}

export async function sayOfRemoval(
  db: Db,
  removal: number,
  { person, agrees, at }: { person: string; agrees: boolean; at: Date },
): Promise<void> {
  await db
    .insertInto('coordinatorRemovalVoice')
    .values({ removalId: removal, personId: person, agrees, saidAt: at })
    .onConflict((conflict) => conflict.columns(['removalId', 'personId']).doUpdateSet({ agrees, saidAt: at }))
    .execute();
}

export async function settleRemoval(
  db: Db,
  removal: number,
  { outcome, by, at }: { outcome: 'removed' | 'kept' | 'withdrawn'; by: 'coordinators' | 'national-team'; at: Date },
): Promise<void> {
  await db
    .updateTable('coordinatorRemoval')
    .set({ outcome, settledBy: by, settledAt: at })
    .where('id', '=', removal)
    .execute();
}

export async function proposeTakeover(
  db: Db,
  { collective, neighbour, message, at }: { collective: number; neighbour: number; message: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('collectiveTakeover')
    .values({ collectiveId: collective, neighbourId: neighbour, message, proposedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Waiting for an answer: put to this neighbour, or about this collective. */
export async function takeoversWaiting(db: Db, of: { neighbour: number } | { collective: number }) {
  return await db
    .selectFrom('collectiveTakeover')
    .select(['id', 'collectiveId as collective', 'neighbourId as neighbour', 'proposedAt', 'message'])
    .where('answer', 'is', null)
    .$if('neighbour' in of, (query) => query.where('neighbourId', '=', 'neighbour' in of ? of.neighbour : 0))
    .$if('collective' in of, (query) => query.where('collectiveId', '=', 'collective' in of ? of.collective : 0))
    .orderBy('id')
    .execute();
}

export async function answerTakeover(
  db: Db,
  takeover: number,
  { answer, at }: { answer: 'accepted' | 'declined' | 'withdrawn'; at: Date },
): Promise<void> {
  await db.updateTable('collectiveTakeover').set({ answer, answeredAt: at }).where('id', '=', takeover).execute();
}
