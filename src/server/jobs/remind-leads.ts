/** Every hour: asks leads again for the news that they did not give, and what is due by the rhythm of each plan; forgets old links. */
import { forgetNewsLinks, remindLeads } from '#use-cases/plan-news/remind-leads.ts';
import type { Db } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HOUR = 3_600_000;

export function startRemindingLeads(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = HOUR }: JobOptions,
): Rounds {
  return startRounds(() => remindLeadsOnce(db, new Date()), { onFailure, everyMilliseconds });
}

/** One round at `now`; how many mails were queued. */
export async function remindLeadsOnce(db: Db, now: Date): Promise<number> {
  const job = { kind: 'job', name: 'remind-leads' } as const;
  const reminded = await remindLeads(storesOn(db), job, now);
  const forgotten = await forgetNewsLinks(storesOn(db), job, now);
  if (!reminded.ok || !forgotten.ok) throw new Error('the job that reminds leads has no right to');
  return reminded.value.mails;
}
