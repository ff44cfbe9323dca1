/** The way of one mail: claimed, sent, put back for later or given up; and what is left of it. */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

/** Past it another process may take the mail: the one that had it was killed. */
const CLAIM_MINUTES = 10;

/** Days for which it is remembered that a mail went, to whom and of which kind; what it said is gone already. */
export const MAIL_DAYS = 30;

export type ClaimedMail = {
  readonly id: number;
  readonly recipient: string;
  readonly kind: string;
  readonly content: Json;
  readonly queuedAt: Date;
  /** This one counted. */
  readonly tries: number;
};

/**
 * Takes the mail that waits the longest; null: none is due. Kept before anything is sent, so that no other process takes the
 * same one, nor this process after a kill, until the claim has run out.
 */
export async function claimMail(db: Db, now: Date): Promise<ClaimedMail | null> {
  const claimed = await db
    .updateTable('mail')
    .set((row) => ({ tries: row('tries', '+', 1), claimedUntil: new Date(now.getTime() + CLAIM_MINUTES * 60_000) }))
    .where('id', '=', (due) =>
      due
        .selectFrom('mail as waiting')
        .select('waiting.id')
        .where('waiting.nextTryAt', '<=', now)
        .where((is) => is.or([is('waiting.claimedUntil', 'is', null), is('waiting.claimedUntil', '<=', now)]))
        .orderBy('waiting.nextTryAt')
        .orderBy('waiting.id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'recipient', 'kind', 'content', 'queuedAt', 'tries'])
    .executeTakeFirst();
  return claimed ?? null;
}

/** What it said goes with it. `forget`: nor shall it be remembered that it went. */
export async function markMailSent(
  db: Db,
  mail: number,
  { at, forget }: { readonly at: Date; readonly forget: boolean },
): Promise<void> {
  if (forget) {
    await db.deleteFrom('mail').where('id', '=', mail).execute();
    return;
  }
  await db
    .updateTable('mail')
    .set({ sentAt: at, nextTryAt: null, claimedUntil: null, content: null, lastError: null })
    .where('id', '=', mail)
    .execute();
}

export async function putMailBack(
  db: Db,
  mail: number,
  { nextTryAt, error }: { readonly nextTryAt: Date; readonly error: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ nextTryAt, claimedUntil: null, lastError: error })
    .where('id', '=', mail)
    .where('sentAt', 'is', null)
    .execute();
}

/** What it said is kept, so that the operator can have it tried again. */
export async function giveMailUp(
  db: Db,
  mail: number,
  { at, error }: { readonly at: Date; readonly error: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ failedAt: at, nextTryAt: null, claimedUntil: null, lastError: error })
    .where('id', '=', mail)
    .where('sentAt', 'is', null)
    .execute();
}

export type UndeliveredMail = {
  readonly id: number;
  readonly recipient: string;
  readonly kind: string;
  readonly queuedAt: Date;
  readonly nextTryAt: Date | null;
  readonly tries: number;
  readonly failedAt: Date | null;
  readonly lastError: string | null;
};

/** Waiting or given up, newest first. */
export async function undeliveredMails(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly UndeliveredMail[]> {
  return await db
    .selectFrom('mail')
    .select(['id', 'recipient', 'kind', 'queuedAt', 'nextTryAt', 'tries', 'failedAt', 'lastError'])
    .where('sentAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** False: there is no such mail that was given up and can still be said. */
export async function retryMail(db: Db, mail: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ failedAt: null, nextTryAt: at, claimedUntil: null, tries: 0 })
    .where('id', '=', mail)
    .where('failedAt', 'is not', null)
    .where('content', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type KeptMail = {
  readonly id: number;
  readonly recipient: string;
  readonly content: Json;
  readonly queuedAt: Date;
};

/** What was not sent, newest first: all that a site without a mail server has. */
export async function keptMails(db: Db, { limit }: { readonly limit: number }): Promise<readonly KeptMail[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'recipient', 'content', 'queuedAt'])
    .where('content', 'is not', null)
    .where('sentAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows;
}

/** How the last code for this address fares; null: none is remembered. */
export async function lastCodeMail(
  db: Db,
  email: string,
): Promise<{ readonly sentAt: Date | null; readonly failedAt: Date | null; readonly lastError: string | null } | null> {
  const found = await db
    .selectFrom('mail')
    .select(['sentAt', 'failedAt', 'lastError'])
    .where('kind', '=', 'proof-code')
    .where(sql<string>`lower(recipient)`, '=', email.toLowerCase())
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** Forgets mails of more than 30 days, whatever became of them. */
export async function forgetMails(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - MAIL_DAYS * 86_400_000);
  const { numDeletedRows } = await db.deleteFrom('mail').where('queuedAt', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
