/** Ways into a collective: invitations by e-mail, whose link serves once, and requests to join. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { FoundOnList } from '#domain/collective/membership.ts';
import type { Db } from './connection.ts';

export async function invite(
  db: Db,
  invitation: { collective: number; email: string; by: string; at: Date; expiresAt: Date },
): Promise<{ readonly id: number; readonly token: string }> {
  const token = randomBytes(24).toString('base64url');
  const { id } = await db
    .insertInto('collectiveInvitation')
    .values({
      collectiveId: invitation.collective,
      tokenHash: hashOf(token),
      email: invitation.email,
      invitedBy: invitation.by,
      invitedAt: invitation.at,
      expiresAt: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, token };
}

export async function findInvitation(db: Db, token: string, { lock }: { lock: boolean }) {
  const row = await invitationQuery(db)
    .where('tokenHash', '=', hashOf(token))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function invitationsOf(db: Db, collective: number) {
  return await invitationQuery(db).where('collectiveId', '=', collective).orderBy('id', 'desc').limit(200).execute();
}

/** Neither used, taken back nor late. */
export async function invitationFor(
  db: Db,
  { collective, email, now }: { collective: number; email: string; now: Date },
) {
  const row = await invitationQuery(db)
    .where('collectiveId', '=', collective)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function invitedSince(db: Db, collective: number, since: Date): Promise<number> {
  const { invited } = await db
    .selectFrom('collectiveInvitation')
    .select(({ fn }) => fn.countAll<number>().as('invited'))
    .where('collectiveId', '=', collective)
    .where('invitedAt', '>', since)
    .executeTakeFirstOrThrow();
  return invited;
}

export async function useInvitation(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('collectiveInvitation').set({ usedAt: at, email: null }).where('id', '=', id).execute();
}

export async function takeBackInvitation(
  db: Db,
  { collective, id, at }: { collective: number; id: number; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('collectiveInvitation')
    .set({ withdrawnAt: at, email: null })
    .where('id', '=', id)
    .where('collectiveId', '=', collective)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function forgetLateInvitations(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('collectiveInvitation')
    .set({ email: null })
    .where('expiresAt', '<=', now)
    .where('email', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** False: this person already asked and waits. */
export async function askToJoin(
  db: Db,
  request: {
    collective: number;
    person: string;
    name: string;
    message: string;
    lists: readonly FoundOnList[];
    at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('collectiveJoinRequest')
    .values({
      collectiveId: request.collective,
      personId: request.person,
      name: request.name,
      message: request.message,
      foundOnLists: request.lists.length === 0 ? null : JSON.stringify(request.lists),
      askedAt: request.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Those that wait, oldest first; of one person, or the one of that number, when asked. */
export async function requestsTo(db: Db, collective: number, only: { id?: number; person?: string } = {}) {
  const rows = await db
    .selectFrom('collectiveJoinRequest')
    .select(['id', 'personId as person', 'name', 'message', 'foundOnLists as lists', 'askedAt'])
    .where('collectiveId', '=', collective)
    .where('answer', 'is', null)
    .$if(only.id !== undefined, (query) => query.where('id', '=', only.id ?? 0).forUpdate())
    .$if(only.person !== undefined, (query) => query.where('personId', '=', only.person ?? ''))
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(({ lists, ...row }) => ({ ...row, lists: lists ?? [] }));
}

export async function answerJoinRequest(
  db: Db,
  id: number,
  { answer, at }: { answer: 'accepted' | 'declined' | 'withdrawn'; at: Date },
): Promise<void> {
  // What was said to join has served.
  await db
    .updateTable('collectiveJoinRequest')
    .set({ answer, answeredAt: at, message: '' })
    .where('id', '=', id)
    .execute();
}

export async function forgetInvited(db: Db, email: string, at: Date): Promise<void> {
  await db
    .updateTable('collectiveInvitation')
    .set({ email: null, withdrawnAt: at })
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .execute();
}

export async function invitedTo(db: Db, email: string) {
  return await db
    .selectFrom('collectiveInvitation')
    .select(['collectiveId as collective', 'invitedAt as at'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .orderBy('id')
    .execute();
}

function invitationQuery(db: Db) {
  return db
    .selectFrom('collectiveInvitation')
    .select(['id', 'collectiveId as collective', 'email', 'invitedAt', 'expiresAt', 'usedAt', 'withdrawnAt']);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
