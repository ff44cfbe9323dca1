/** Every hour: reminds those who asked of the deadlines of a place, and forgets late invitations to follow-up committees. */
import { remindDeadlines } from '#use-cases/deadlines/remind-deadlines.ts';
import type { Db } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HOUR = 3_600_000;

/** The first round begins at once. */
export function startRemindingDeadlines(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = HOUR }: JobOptions,
): Rounds {
  return startRounds(() => remind(db, new Date()), { onFailure, everyMilliseconds });
}

async function remind(db: Db, now: Date): Promise<void> {
  const stores = storesOn(db);
  const reminded = await remindDeadlines(stores, { kind: 'job', name: 'remind-deadlines' }, now);
  if (!reminded.ok) throw new Error(`reminding was refused: ${reminded.refusal.kind}`);
  await stores.committees.forgetLate(now);
}
