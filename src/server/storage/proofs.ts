/**
 * Proofs of addresses: codes of 6 digits and links, kept as hashes. The code is hashed with the token of the page that waits
 * for it, so that a copy of this table lets nobody find the code by trying the million there are.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { sql, type Generated } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';

/** The sixth code, even the right one, is too late. */
export const TRIES = 5;

export type ProofTables = {
  emailProof: {
    id: Generated<number>;
    tokenHash: string;
    linkHash: string | null;
    codeHash: string;
    email: string;
    purposeKind: string;
    purposeId: string;
    payload: JsonColumn<Json>;
    askedAt: Date;
    expiresAt: Date;
    tries: Generated<number>;
    usedAt: Date | null;
  };
};

type Purpose = { readonly kind: string; readonly id: string };

export async function openProof(
  db: Db,
  proof: {
    readonly email: string;
    readonly purpose: Purpose;
    readonly payload: Json;
    readonly withLink: boolean;
    readonly askedAt: Date;
    readonly expiresAt: Date;
  },
): Promise<{ proof: string; code: string; link: string | null }> {
  const token = randomBytes(24).toString('base64url');
  const link = proof.withLink ? randomBytes(24).toString('base64url') : null;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await db
    .insertInto('emailProof')
    .values({
      tokenHash: sha256(token),
      linkHash: link === null ? null : sha256(link),
      codeHash: sha256(`${token}:${code}`),
      email: proof.email,
      purposeKind: proof.purpose.kind,
      purposeId: proof.purpose.id,
      payload: JSON.stringify(proof.payload),
      askedAt: proof.askedAt,
      expiresAt: proof.expiresAt,
      usedAt: null,
    })
    .execute();
  return { proof: token, code, link };
}

/** Whoever asks for the same address at the same time waits for the end of this transaction, so that each is counted. */
export async function proofsAskedSince(
  db: Db,
  { email, since, budget }: { email: string; since: Date; budget: 'signing' | 'others' },
): Promise<readonly Date[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proof ${email.toLowerCase()}`}, 0))`.execute(db);
  const rows = await db
    .selectFrom('emailProof')
    .select('askedAt')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('purposeKind', budget === 'signing' ? '=' : '!=', 'sign-text')
    .where('askedAt', '>', since)
    .orderBy('askedAt')
    .execute();
  return rows.map((row) => row.askedAt);
}

export type TriedCode =
  | { readonly ok: true; readonly value: TriedProof }
  | {
      readonly ok: false;
      readonly refusal:
        | { readonly kind: 'wrong-code'; readonly triesLeft: number }
        | { readonly kind: 'late-code' | 'used-code' | 'too-many-tries' | 'unknown-proof' };
    };

export type TriedProof = { readonly id: number; readonly email: string; readonly payload: Json };

/**
 * One statement counts the try before the code is looked at, so that a thousand at once are still five. A right code gives
 * its try back. Throws inside a transaction: undone, it would forget the try.
 */
export async function tryCode(
  db: Db,
  { proof, code, purpose }: { readonly proof: string; readonly code: string; readonly purpose: Purpose },
  now: Date,
): Promise<TriedCode> {
  if (db.isTransaction) throw new Error('a try is counted outside any transaction, which could be undone');
  const counted = await db
    .updateTable('emailProof')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('tokenHash', '=', sha256(proof))
    .where('purposeKind', '=', purpose.kind)
    .where('purposeId', '=', purpose.id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('tries', '<', TRIES)
    .returning(['id', 'email', 'payload', 'codeHash', 'tries'])
    .executeTakeFirst();
  if (counted === undefined) return { ok: false, refusal: await whyNot(db, sha256(proof), purpose, now) };
  const { id, email, payload } = counted;
  if (sha256(`${proof}:${digitsOf(code)}`) !== counted.codeHash) {
    return { ok: false, refusal: { kind: 'wrong-code', triesLeft: TRIES - counted.tries } };
  }
  await db
    .updateTable('emailProof')
    .set((row) => ({ tries: row('tries', '-', 1) }))
    .where('id', '=', id)
    .execute();
  return { ok: true, value: { id, email, payload } };
}

async function whyNot(db: Db, tokenHash: string, purpose: Purpose, now: Date) {
  const row = await db
    .selectFrom('emailProof')
    .select(['usedAt', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .where('purposeKind', '=', purpose.kind)
    .where('purposeId', '=', purpose.id)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'unknown-proof' } as const;
  if (row.usedAt !== null) return { kind: 'used-code' } as const;
  return row.expiresAt <= now ? ({ kind: 'late-code' } as const) : ({ kind: 'too-many-tries' } as const);
}

export type TriedLink =
  | { readonly ok: true; readonly value: TriedProof }
  | { readonly ok: false; readonly refusal: { readonly kind: 'late-link' | 'used-link' | 'unknown-link' } };

/** A link is too long to be guessed: nothing is counted. */
export async function tryLink(
  db: Db,
  { link, purpose }: { readonly link: string; readonly purpose: Purpose },
  now: Date,
): Promise<TriedLink> {
  const row = await db
    .selectFrom('emailProof')
    .select(['id', 'email', 'payload', 'usedAt', 'expiresAt'])
    .where('linkHash', '=', sha256(link))
    .where('purposeKind', '=', purpose.kind)
    .where('purposeId', '=', purpose.id)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, refusal: { kind: 'unknown-link' } };
  if (row.usedAt !== null) return { ok: false, refusal: { kind: 'used-link' } };
  if (row.expiresAt <= now) return { ok: false, refusal: { kind: 'late-link' } };
  return { ok: true, value: { id: row.id, email: row.email, payload: row.payload } };
}

/** False: somebody else used it first. */
export async function spendProof(db: Db, proof: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('emailProof')
    .set({ usedAt: now })
    .where('id', '=', proof)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where the code went that this page waits for; null: unknown, or for something else. */
export async function waitingProof(
  db: Db,
  { proof, purpose }: { readonly proof: string; readonly purpose: Purpose },
): Promise<{ email: string } | null> {
  const row = await db
    .selectFrom('emailProof')
    .select('email')
    .where('tokenHash', '=', sha256(proof))
    .where('purposeKind', '=', purpose.kind)
    .where('purposeId', '=', purpose.id)
    .executeTakeFirst();
  return row ?? null;
}

export async function proofsKeptAbout(db: Db, email: string): Promise<Json> {
  const rows = await db
    .selectFrom('emailProof')
    .select(['purposeKind', 'askedAt', 'usedAt', 'payload'])
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .orderBy('askedAt')
    .execute();
  return rows.map((row) => ({
    for: row.purposeKind,
    askedAt: row.askedAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
    typed: row.payload,
  }));
}

export async function eraseProofsOf(db: Db, email: string): Promise<void> {
  await db
    .deleteFrom('emailProof')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .execute();
}

export async function forgetProofs(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('emailProof').where('expiresAt', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/** People copy « 123 456 » with its space, and more. */
function digitsOf(code: string): string {
  return code.slice(0, 40).replace(/\D/g, '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
