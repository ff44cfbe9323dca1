/** When a side was last told of what the other says: one mail in some hours. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { Db } from './connection.ts';

export async function lastTold(db: Db, pact: number, voice: Voice): Promise<Date | null> {
  const row = await db
    .selectFrom('replyRightTold')
    .select('toldAt')
    .where('pactId', '=', pact)
    .where('voice', '=', voice)
    .executeTakeFirst();
  return row?.toldAt ?? null;
}

export async function markTold(
  db: Db,
  { pact, voice, at }: { readonly pact: number; readonly voice: Voice; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('replyRightTold')
    .values({ pactId: pact, voice, toldAt: at })
    .onConflict((conflict) => conflict.columns(['pactId', 'voice']).doUpdateSet({ toldAt: at }))
    .execute();
}
