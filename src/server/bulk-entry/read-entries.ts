/**
 * Reads the documents of bulk entries, one at a time, in order; a server that was killed goes on where it stopped. The thread
 * that reads is the one of every document (../jobs/read-in-worker.ts): bounded, and killed when it must be.
 */
import type { Db } from '../storage/connection.ts';
import { readNextItem, type ReadNext } from '#use-cases/bulk-entry/read-next-item.ts';
import { readInWorker } from '../jobs/read-in-worker.ts';
import { startRounds, type JobOptions, type Round, type Rounds } from '../jobs/rounds.ts';
import { storesOn } from '../stores.ts';

const JOB = { kind: 'job', name: 'read-entries' } as const;
const QUARTER_MINUTE = 15_000;

/** The first round begins at once. */
export function startReadingEntries(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = QUARTER_MINUTE }: JobOptions,
): Rounds {
  return startRounds((round) => readWaiting(db, { read: readInWorker }, { round, onFailure }), {
    onFailure,
    everyMilliseconds,
  });
}

/** Until none waits, or the server stops. How many were looked at. */
export async function readWaiting(
  db: Db,
  { read }: ReadNext,
  {
    round,
    onFailure,
    clock = () => new Date(),
  }: {
    readonly round: Pick<Round, 'stopped'>;
    readonly onFailure: (error: unknown) => void;
    readonly clock?: () => Date;
  },
): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (round.stopped()) return count;
    const done = await readNextItem(storesOn(db), JOB, { read }, clock());
    if (!done.ok) throw new Error(`reading was refused: ${done.refusal.kind}`);
    const { outcome, failure } = done.value;
    if (failure !== undefined) onFailure(failure);
    if (outcome === 'nothing' || outcome === 'busy') return count;
  }
}
