/** Wishes for a pact. The addresses are kept to tell what becomes of a wish; nothing shows them. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Readiness } from '#domain/collective/wish.ts';
import type { Db } from './connection.ts';

export async function putWish(
  db: Db,
  wish: { readonly municipality: string; readonly email: string; readonly readiness: Readiness; readonly at: Date },
): Promise<{ readonly added: boolean }> {
  const before = await db
    .updateTable('pactWish')
    .set({ readiness: wish.readiness })
    .where('municipalityCode', '=', wish.municipality)
    .where(sql`lower(email)`, '=', wish.email.toLowerCase())
    .executeTakeFirst();
  if (before.numUpdatedRows > 0n) return { added: false };
  await db
    .insertInto('pactWish')
    .values({
      municipalityCode: wish.municipality,
      email: wish.email,
      readiness: wish.readiness,
      wishedAt: wish.at,
      stopToken: randomBytes(24).toString('base64url'),
    })
    .execute();
  return { added: true };
}

/** Takes the commune, so that the third wish is the third once. */
export async function lockWishes(db: Db, municipality: string) {
  await sql`select 1 from municipality where code = ${municipality} for no key update`.execute(db);
  const rows = await db
    .selectFrom('pactWish')
    .select(['id', 'email', 'readiness', 'stopToken', 'toldPossibleAt', 'toldFoundedAt'])
    .where('municipalityCode', '=', municipality)
    .orderBy('id')
    .execute();
  return rows.map(({ toldPossibleAt, toldFoundedAt, ...wish }) => ({
    ...wish,
    told: { possible: toldPossibleAt !== null, founded: toldFoundedAt !== null },
  }));
}

export async function countWishes(db: Db, municipality: string): Promise<number> {
  const { wishes } = await db
    .selectFrom('pactWish')
    .select(({ fn }) => fn.countAll<number>().as('wishes'))
    .where('municipalityCode', '=', municipality)
    .executeTakeFirstOrThrow();
  return wishes;
}

export async function markTold(
  db: Db,
  wishes: readonly number[],
  { of, at }: { readonly of: 'possible' | 'founded'; readonly at: Date },
): Promise<void> {
  if (wishes.length === 0) return;
  await db
    .updateTable('pactWish')
    .set(of === 'possible' ? { toldPossibleAt: at } : { toldFoundedAt: at })
    .where('id', 'in', wishes)
    .execute();
}

export async function findWish(db: Db, stopToken: string) {
  const row = await db
    .selectFrom('pactWish')
    .select(['municipalityCode as municipality', 'readiness'])
    .where('stopToken', '=', stopToken)
    .executeTakeFirst();
  return row ?? null;
}

export async function takeBackWish(db: Db, stopToken: string): Promise<string | null> {
  const row = await db
    .deleteFrom('pactWish')
    .where('stopToken', '=', stopToken)
    .returning('municipalityCode')
    .executeTakeFirst();
  return row?.municipalityCode ?? null;
}

export async function wishesOfEmail(db: Db, email: string) {
  return await db
    .selectFrom('pactWish')
    .select(['municipalityCode as municipality', 'readiness', 'wishedAt as at', 'stopToken'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .orderBy('id')
    .execute();
}
