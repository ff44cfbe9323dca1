/** Who asked to be reminded of the deadlines of a place. The addresses are shown to nobody. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { ReminderStage, Told } from '#domain/deadlines/reminders.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { placeColumns, placeIn } from './places.ts';

export async function followDeadlines(
  db: Db,
  { place, email, at }: { place: PlaceCode; email: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deadlineFollower')
    .values({ ...placeColumns(place), email, stopToken: randomBytes(24).toString('base64url'), followedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findFollowing(db: Db, stop: string): Promise<{ readonly place: PlaceCode } | null> {
  const row = await db
    .selectFrom('deadlineFollower')
    .select(['municipalityCode', 'groupingSiren'])
    .where('stopToken', '=', stop)
    .executeTakeFirst();
  return row === undefined ? null : { place: placeIn(row) };
}

export async function stopFollowing(db: Db, stop: string): Promise<{ readonly place: PlaceCode } | null> {
  const row = await db
    .deleteFrom('deadlineFollower')
    .where('stopToken', '=', stop)
    .returning(['municipalityCode', 'groupingSiren'])
    .executeTakeFirst();
  return row === undefined ? null : { place: placeIn(row) };
}

export async function placesFollowed(db: Db): Promise<readonly PlaceCode[]> {
  const rows = await db
    .selectFrom('deadlineFollower')
    .select(['municipalityCode', 'groupingSiren'])
    .distinct()
    .orderBy('municipalityCode')
    .orderBy('groupingSiren')
    .execute();
  return rows.map(placeIn);
}

export async function followersOf(db: Db, place: PlaceCode): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('deadlineFollower')
    .select('id')
    .where(sql`coalesce(municipality_code, grouping_siren)`, '=', codeOf(place))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function lockFollower(
  db: Db,
  id: number,
): Promise<{ readonly email: string; readonly stop: string; readonly told: readonly Told[] } | null> {
  const row = await db
    .selectFrom('deadlineFollower')
    .select(['email', 'stopToken as stop'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const told = await db
    .selectFrom('deadlineReminder')
    .select(['deadline as key', 'dueOn as on', 'stage'])
    .where('followerId', '=', id)
    .orderBy('toldAt')
    .orderBy('dueOn')
    .execute();
  return { ...row, told };
}

export async function keepTold(
  db: Db,
  follower: number,
  { key, on, stage, at }: { key: string; on: string; stage: ReminderStage; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deadlineReminder')
    .values({ followerId: follower, deadline: key, dueOn: on, stage, toldAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function followedWith(
  db: Db,
  email: string,
): Promise<readonly { readonly place: string; readonly since: Date }[]> {
  return await db
    .selectFrom('deadlineFollower')
    .leftJoin('municipality', 'municipality.code', 'deadlineFollower.municipalityCode')
    .leftJoin('grouping', 'grouping.siren', 'deadlineFollower.groupingSiren')
    .select(['followedAt as since', sql<string>`coalesce(municipality.name, "grouping".name, '')`.as('place')])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .orderBy('deadlineFollower.id')
    .execute();
}

export async function eraseFollowersWith(db: Db, email: string): Promise<void> {
  await db
    .deleteFrom('deadlineFollower')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .execute();
}
