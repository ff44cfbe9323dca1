/** When a side was last told of what the other says, one mail in some hours; and what waits for its answer since. */
import { sql } from 'kysely';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { AwaitedAnswer } from '#domain/follow-up/said-assessment.ts';
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

const MONTH = 30 * 24 * 3_600_000;

/** One query: `pact` alone, or every one. What a review says is told by its own mail, at its very instant. */
export async function unansweredSince(
  db: Db,
  { toldBefore, pact = null }: { readonly toldBefore: Date; readonly pact?: number | null },
): Promise<readonly AwaitedAnswer[]> {
  const { rows } = await sql<AwaitedAnswer>`
    select t.pact_id as pact, t.voice, array_agg(distinct a.item) as items, array_agg(distinct a.said_for) as by
    from reply_right_told t
      join pact p on p.id = t.pact_id
      join assessment a on a.pact_id = t.pact_id and a.voice <> t.voice and a.said_at > t.told_at
    where t.told_at <= ${toldBefore} and t.told_at > ${new Date(toldBefore.getTime() - MONTH)}
      and (${pact}::int is null or t.pact_id = ${pact})
      and not exists (
        select from assessment own
        where own.pact_id = a.pact_id and own.item = a.item and own.voice = t.voice and own.id > a.id
      )
    group by t.pact_id, t.voice order by t.pact_id, t.voice`.execute(db);
  return rows;
}
