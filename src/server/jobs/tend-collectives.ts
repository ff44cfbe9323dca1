/**
 * Every hour: counts the votes that are over, looks up the names of members on lists published since, wakes collectives
 * in which somebody acted, lets quiet ones sleep, forgets the addresses of late invitations. Two servers on one database may both do it.
 */
import { checkMembers } from '#use-cases/collectives/check-members.ts';
import { countVotes } from '#use-cases/collectives/count-votes.ts';
import { forgetLateInvitations } from '#use-cases/collectives/forget-late-invitations.ts';
import { letCollectivesSleep, wakeStirring } from '#use-cases/collectives/let-sleep.ts';
import type { Db } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HOUR = 3_600_000;

/** The first round begins at once. */
export function startTendingCollectives(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = HOUR }: JobOptions,
): Rounds {
  return startRounds(() => tendCollectives(db, new Date()), { onFailure, everyMilliseconds });
}

/** One round at `now`. */
export async function tendCollectives(
  db: Db,
  now: Date,
): Promise<{ readonly counted: number; readonly found: number; readonly asleep: number; readonly forgotten: number }> {
  const stores = storesOn(db);
  const job = { kind: 'job', name: 'tend-collectives' } as const;
  const done = {
    counted: await countVotes(stores, job, now),
    found: await checkMembers(stores, job, now),
    woken: await wakeStirring(stores, job, now),
    asleep: await letCollectivesSleep(stores, job, now),
    forgotten: await forgetLateInvitations(stores, job, now),
  };
  for (const [what, outcome] of Object.entries(done)) {
    if (!outcome.ok) throw new Error(`${what} was refused: ${outcome.refusal.kind}`);
  }
  const { counted, found, asleep, forgotten } = done;
  return {
    counted: counted.ok ? counted.value : 0,
    found: found.ok ? found.value : 0,
    asleep: asleep.ok ? asleep.value.length : 0,
    forgotten: forgotten.ok ? forgotten.value : 0,
  };
}
