/** Local measures, votes on priorities with their ballots, and what the collective picked. */
import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { LocalMeasure, Priority, PriorityVote, VoteResult } from '#domain/collective/priority-vote.ts';
import { emailDigest as addressDigest } from '../secret.ts';
import type { Db } from './connection.ts';

/** Numbers are never used again: a negotiation may hold them. */
export async function writeLocal(
  db: Db,
  measure: Omit<LocalMeasure, 'id' | 'number'> & { readonly collective: number; readonly at: Date },
): Promise<LocalMeasure> {
  const row = await db
    .insertInto('localMeasure')
    .values((insert) => ({
      collectiveId: measure.collective,
      number: insert
        .selectFrom('localMeasure')
        .where('collectiveId', '=', measure.collective)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
      text: measure.text,
      edition: measure.edition,
      relatedMeasures: [...measure.relatedMeasures],
      writtenAt: measure.at,
    }))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  const { text, edition, relatedMeasures } = measure;
  return { ...row, text, edition, relatedMeasures };
}

export async function changeLocal(
  db: Db,
  { collective, id }: { collective: number; id: number },
  { text, relatedMeasures }: { readonly text: string; readonly relatedMeasures: readonly number[] },
): Promise<boolean> {
  const { numUpdatedRows } = await localInForce(db, { collective, id })
    .set({ text, relatedMeasures: [...relatedMeasures] })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function withdrawLocal(db: Db, of: { collective: number; id: number }, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await localInForce(db, of).set({ withdrawnAt: at }).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db.deleteFrom('collectivePriority').where('localMeasureId', '=', of.id).execute();
  return true;
}

export async function localMeasuresOf(db: Db, collective: number): Promise<readonly LocalMeasure[]> {
  return await db
    .selectFrom('localMeasure')
    .select(['id', 'number', 'text', 'edition', 'relatedMeasures'])
    .where('collectiveId', '=', collective)
    .where('withdrawnAt', 'is', null)
    .orderBy('number')
    .execute();
}

export async function announceVote(
  db: Db,
  { collective, at, options, ...vote }: Omit<PriorityVote, 'id' | 'cancelledAt' | 'result'> & { readonly at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('priorityVote')
    .values({
      ...vote,
      collectiveId: collective,
      options: JSON.stringify(options),
      announcedAt: at,
      digestKey: randomBytes(32),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findVote(db: Db, id: number, { lock }: { lock: boolean }): Promise<PriorityVote | null> {
  const row = await voteQuery(db)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function votesOf(db: Db, collective: number): Promise<readonly PriorityVote[]> {
  return await voteQuery(db).where('collectiveId', '=', collective).orderBy('id', 'desc').execute();
}

export async function cancelVote(db: Db, id: number, at: Date): Promise<void> {
  await db.deleteFrom('priorityBallot').where('voteId', '=', id).execute();
  await db.updateTable('priorityVote').set({ cancelledAt: at, digestKey: null }).where('id', '=', id).execute();
}

export async function castBallot(
  db: Db,
  ballot: { readonly vote: number; readonly email: string; readonly options: readonly string[]; readonly at: Date },
): Promise<{ readonly replaced: boolean }> {
  const { digestKey } = await db
    .selectFrom('priorityVote')
    .select('digestKey')
    .where('id', '=', ballot.vote)
    .executeTakeFirstOrThrow();
  if (digestKey === null) throw new Error(`vote ${String(ballot.vote)} takes no ballot any more`);
  const emailDigest = createHmac('sha256', digestKey)
    .update(addressDigest(ballot.email, 'priority-vote'))
    .digest('hex');
  const said = { options: [...ballot.options], castAt: ballot.at };
  const { numUpdatedRows } = await db
    .updateTable('priorityBallot')
    .set(said)
    .where('voteId', '=', ballot.vote)
    .where('emailDigest', '=', emailDigest)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return { replaced: true };
  await db
    .insertInto('priorityBallot')
    .values({ voteId: ballot.vote, emailDigest, ...said })
    .execute();
  return { replaced: false };
}

export async function ballotsOf(db: Db, vote: number): Promise<readonly (readonly string[])[]> {
  const rows = await db.selectFrom('priorityBallot').select('options').where('voteId', '=', vote).execute();
  return rows.map(({ options }) => options);
}

export async function ballotCount(db: Db, vote: number): Promise<number> {
  const { ballots } = await db
    .selectFrom('priorityBallot')
    .select(({ fn }) => fn.countAll<number>().as('ballots'))
    .where('voteId', '=', vote)
    .executeTakeFirstOrThrow();
  return ballots;
}

/** The chance that went into the digests goes with them: nothing ties a ballot to an address any more. */
export async function keepResult(
  db: Db,
  vote: number,
  { result, at }: { readonly result: VoteResult; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('priorityVote')
    .set({ result: JSON.stringify(result), countedAt: at, digestKey: null })
    .where('id', '=', vote)
    .execute();
  // Written anew in the order of what they say: neither their numbers nor their instants tell who came when.
  await sql`
    with taken as (delete from priority_ballot where vote_id = ${vote} returning options)
    insert into priority_ballot (vote_id, options, cast_at)
    select ${vote}::int, options, ${at}::timestamptz from taken order by options`.execute(db);
}

export async function votesToCount(db: Db, now: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('priorityVote')
    .select('id')
    .where('closesAt', '<=', now)
    .where('countedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function setPriorities(db: Db, collective: number, priorities: readonly Priority[]): Promise<void> {
  await db.deleteFrom('collectivePriority').where('collectiveId', '=', collective).execute();
  if (priorities.length === 0) return;
  await db
    .insertInto('collectivePriority')
    .values(
      priorities.map((priority, place) => ({
        collectiveId: collective,
        ordinal: place + 1,
        edition: priority.edition,
        measure: priority.kind === 'measure' ? priority.measure : null,
        localMeasureId: priority.kind === 'local' ? priority.localMeasure : null,
      })),
    )
    .execute();
}

export async function prioritiesOf(db: Db, collective: number): Promise<readonly Priority[]> {
  const rows = await db
    .selectFrom('collectivePriority')
    .select(['edition', 'measure', 'localMeasureId'])
    .where('collectiveId', '=', collective)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ edition, measure, localMeasureId }) =>
    measure === null
      ? { kind: 'local', edition, localMeasure: localMeasureId ?? 0 }
      : { kind: 'measure', edition, measure },
  );
}

function localInForce(db: Db, { collective, id }: { collective: number; id: number }) {
  return db
    .updateTable('localMeasure')
    .where('id', '=', id)
    .where('collectiveId', '=', collective)
    .where('withdrawnAt', 'is', null);
}

function voteQuery(db: Db) {
  return db
    .selectFrom('priorityVote')
    .select([
      'id',
      'collectiveId as collective',
      'edition',
      'options',
      'choices',
      'opensOn',
      'closesOn',
      'zone',
      'opensAt',
      'closesAt',
      'population',
      'cancelledAt',
      'result',
    ]);
}
