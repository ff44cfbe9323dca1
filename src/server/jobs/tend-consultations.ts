/** Every hour: counts the consultations that closed some days ago, and forgets whom nobody answered. Two servers on one database may both do it. */
import { countConsultations } from '#use-cases/consultation/count-consultation.ts';
import { forgetUnanswered } from '#use-cases/consultation/forget-unanswered.ts';
import type { Db } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HOUR = 3_600_000;

export function startTendingConsultations(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = HOUR }: JobOptions,
): Rounds {
  return startRounds(() => tendConsultations(db, new Date()), { onFailure, everyMilliseconds });
}

/** One round at `now`; how many were counted. */
export async function tendConsultations(db: Db, now: Date): Promise<number> {
  const stores = storesOn(db);
  await forgetUnanswered(stores, now);
  const counted = await countConsultations(stores, { kind: 'job', name: 'tend-consultations' }, now);
  if (!counted.ok) throw new Error(`counting consultations was refused: ${counted.refusal.kind}`);
  return counted.value;
}
