/** Who is to sign an agreed text, and their secret links: only the hash of a link is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Reminder } from '#domain/signature/deadline.ts';
import type { Contest, ContestOutcome, NewSignatory, NewSignature } from '#domain/signature/signing.ts';
import type { Db } from './connection.ts';

/** Null: somebody of that name is already named on that side. */
export async function nameSignatory(db: Db, text: number, given: NewSignatory): Promise<number | null> {
  const { side, name, role, email, invitedOn, at, by } = given;
  const row = await db
    .insertInto('signatory')
    .values({
      agreedTextId: text,
      side,
      name,
      role,
      email,
      invitedOn,
      state: 'invited',
      namedAt: at,
      namedBySide: by.side,
      namedByPerson: by.person,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** 256 bits, fit for an address. */
export async function makeSignatoryLink(db: Db, signatory: number, at: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('signatoryLink')
    .values({ tokenHash: hashOf(token), signatoryId: signatory, madeAt: at })
    .execute();
  return token;
}

export async function signatoryByLink(
  db: Db,
  token: string,
): Promise<{ readonly text: number; readonly signatory: number } | null> {
  const row = await db
    .selectFrom('signatoryLink as link')
    .innerJoin('signatory', 'signatory.id', 'link.signatoryId')
    .select(['signatory.id as signatory', 'signatory.agreedTextId as text'])
    .where('link.tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  return row ?? null;
}

export async function lastLinkAt(db: Db, signatory: number): Promise<Date | null> {
  const row = await db
    .selectFrom('signatoryLink')
    .select(({ fn }) => fn.max('madeAt').as('at'))
    .where('signatoryId', '=', signatory)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function dropLinks(db: Db, signatory: number): Promise<void> {
  await db.deleteFrom('signatoryLink').where('signatoryId', '=', signatory).execute();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** What was typed with the code stays for when the page is opened again. */
export async function keepProof(
  db: Db,
  id: number,
  { proof, name, role }: { proof: string; name: string; role: string },
): Promise<void> {
  await db.updateTable('signatory').set({ proof, name, role }).where('id', '=', id).execute();
}

export async function signSignatory(db: Db, id: number, given: NewSignature): Promise<void> {
  const { means, at, emailProved, paper, as } = given;
  await db
    .updateTable('signatory')
    .set({ state: 'signed', means, signedAt: at, emailProved, paperId: paper, proof: null, ...(as ?? {}) })
    .where('id', '=', id)
    .execute();
}

export async function declineSignatory(
  db: Db,
  id: number,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  await db
    .updateTable('signatory')
    .set({ state: 'declined', declinedAt: at, declineReason: reason, proof: null })
    .where('id', '=', id)
    .execute();
}

export async function contestSignatory(
  db: Db,
  id: number,
  { at, from, words }: { at: Date; from: Contest['from']; words: string },
): Promise<void> {
  await db
    .updateTable('signatory')
    .set({
      state: 'contested',
      contestedAt: at,
      contestedFrom: from,
      contestWords: words,
      contestSettledAt: null,
      contestOutcome: null,
      proof: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function settleSignatory(
  db: Db,
  id: number,
  { at, outcome }: { at: Date; outcome: ContestOutcome },
): Promise<void> {
  const settled = { contestSettledAt: at, contestOutcome: outcome };
  if (outcome === 'dismissed') {
    await db
      .updateTable('signatory')
      .set({ ...settled, state: sql`contested_from` })
      .where('id', '=', id)
      .execute();
    return;
  }
  await db.deleteFrom('signatoryLink').where('signatoryId', '=', id).execute();
  await db
    .updateTable('signatory')
    .set({ ...settled, state: 'removed', removedAt: at, name: null, role: null, email: null, contestWords: null })
    .where('id', '=', id)
    .execute();
}

/** The links of somebody who was taken off open nothing any more. */
export async function removeSignatory(db: Db, id: number, at: Date): Promise<void> {
  await db.deleteFrom('signatoryLink').where('signatoryId', '=', id).execute();
  await db
    .updateTable('signatory')
    .set({ state: 'removed', removedAt: at, proof: null, email: null })
    .where('id', '=', id)
    .execute();
}

export async function inviteSignatory(
  db: Db,
  id: number,
  { email, on, by }: { email: string; on: string; by?: string },
): Promise<void> {
  const host = by === undefined ? {} : { namedByPerson: by };
  await db
    .updateTable('signatory')
    .set({ email, invitedOn: on, ...host })
    .where('id', '=', id)
    .execute();
}

export async function remindSignatory(db: Db, id: number, reminder: Reminder): Promise<void> {
  await db
    .updateTable('signatory')
    .set({ reminded: sql`array_append(reminded, ${reminder})` })
    .where('id', '=', id)
    .execute();
}

/** Of texts that everybody signed, or that were cancelled or over, before then. Names stay. */
export async function forgetSignatoryAddresses(db: Db, before: Date): Promise<number> {
  const over = db
    .selectFrom('signing')
    .select('agreedTextId')
    .where(({ or, eb, and }) =>
      or([
        eb('completedAt', '<', before),
        eb('cancelledAt', '<', before),
        and([eb('completedAt', 'is', null), eb('expiresAt', '<', before)]),
      ]),
    );
  const { numUpdatedRows } = await db
    .updateTable('signatory')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('agreedTextId', 'in', over)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The last refusal of each address that still stands, by number of signatory. */
export async function refusedMails(db: Db, text: number): Promise<ReadonlyMap<number, Date>> {
  const rows = await db
    .selectFrom('signatory')
    .innerJoin('mail', 'mail.recipient', 'signatory.email')
    .select(['signatory.id', sql<Date>`max(mail.failed_at)`.as('failedAt')])
    .where('signatory.agreedTextId', '=', text)
    .where('mail.failedAt', 'is not', null)
    .where('mail.kind', 'like', 'signature-%')
    .whereRef('mail.queuedAt', '>=', 'signatory.namedAt')
    .groupBy('signatory.id')
    .execute();
  return new Map(rows.map(({ id, failedAt }) => [id, failedAt]));
}
