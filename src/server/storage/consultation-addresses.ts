/** When the addresses of a consultation are erased: those that took part, and those that asked to be told. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

/** Says the addresses that asked to be told, once each. */
export async function cancelConsultation(
  db: Db,
  id: number,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<readonly string[]> {
  const asked = await db
    .selectFrom('contribution')
    .select(sql<string>`min(told_to)`.as('toldTo'))
    .where('consultationId', '=', id)
    .where('toldTo', 'is not', null)
    .groupBy(sql`lower(told_to)`)
    .execute();
  await db.deleteFrom('consultationVote').where('consultationId', '=', id).execute();
  await forgetAddresses(db, id, { but: 'nobody' });
  const change = { cancelledAt: at, cancelledReason: reason, digestKey: null };
  await db.updateTable('consultation').set(change).where('id', '=', id).execute();
  return asked.map(({ toldTo }) => toldTo);
}

/** What tied participations to addresses. Whoever wrote stays tied to their account, if any: they may take their name back. */
export async function forgetAddresses(
  db: Db,
  id: number,
  { but }: { readonly but: 'who-waits-for-an-answer' | 'nobody' },
): Promise<void> {
  await sql`update participation set box_digest = null, domain = null,
      person_id = case when exists (select from contribution c where c.participation_id = participation.id)
        then person_id end
    where consultation_id = ${id}`.execute(db);
  // Nobody has to answer a comment, nor what is hidden.
  const waits = sql`kind <> 'comment' and answered_at is null and hidden_at is null`;
  await sql`update contribution set told_to = null
    where consultation_id = ${id} and told_to is not null
      and not (${but === 'nobody' ? sql`false` : waits})`.execute(db);
}

/** Of those who still wait for a first answer in what was counted before then. Says how many. */
export async function stopWaitingForAnswers(db: Db, countedBefore: Date): Promise<number> {
  const { numAffectedRows } = await sql`update contribution set told_to = null from consultation
    where consultation.id = contribution.consultation_id and told_to is not null
      and consultation.counted_at <= ${countedBefore}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
