/** Forms that were sent and what they made, a day long. Their table: migrations/0087-sendings.sql. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';

export type SendingTables = {
  sending: { digest: string; made: JsonColumn<readonly [Json]> | null; sentAt: Date };
};

/**
 * What that sending made; null: it is the first, and is held until its transaction ends. Sent at once, the second waits here for
 * the end of the first.
 */
export async function takeSending(db: Db, digest: string, at: Date): Promise<{ readonly made: Json } | null> {
  const { made } = await db
    .insertInto('sending')
    .values({ digest, made: null, sentAt: at })
    // Changes nothing: so is the row of the first read and held in one statement.
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ digest }))
    .returning('made')
    .executeTakeFirstOrThrow();
  return made === null ? null : { made: made[0] };
}

export async function keepSending(db: Db, digest: string, made: Json): Promise<void> {
  await db
    .updateTable('sending')
    .set({ made: JSON.stringify([made]) })
    .where('digest', '=', digest)
    .execute();
}

export async function forgetSendings(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sending').where('sentAt', '<', before).execute();
}
