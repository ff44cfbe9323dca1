/** Who a session belongs to now, for an answer that stays open longer than a request. */
import type { Person } from '#domain/access/gate.ts';
import type { Db } from './connection.ts';
import { holdingsOf } from './holdings.ts';

/** With what the person holds now. Null: the session is over. */
export async function personOfSession(db: Db, session: string, now: Date): Promise<Person | null> {
  const row = await db
    .selectFrom('personSession')
    .select('personId')
    .where('id', '=', session)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : { kind: 'person', id: row.personId, holds: await holdingsOf(db, row.personId) };
}
