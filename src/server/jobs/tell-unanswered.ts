/** Every quarter of an hour: tells those who may answer what was said of their promises since they were told last. */
import { tellUnanswered } from '#use-cases/follow-up/tell-unanswered.ts';
import type { Db } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const QUARTER_OF_AN_HOUR = 900_000;

/** The first round begins at once. */
export function startTellingUnanswered(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = QUARTER_OF_AN_HOUR }: JobOptions,
): Rounds {
  return startRounds(() => tell(db, new Date()), { onFailure, everyMilliseconds });
}

async function tell(db: Db, now: Date): Promise<void> {
  const told = await tellUnanswered(storesOn(db), { kind: 'job', name: 'tell-unanswered' }, now);
  if (!told.ok) throw new Error(`telling was refused: ${told.refusal.kind}`);
}
