/**
 * Readings that take longer than one wants to wait for an answer: each has an unguessable address where it can be
 * left and found again, until it is over and for an hour after.
 *
 * In the memory of one process: a server that stops forgets them, and the person is asked to send the document again.
 */
import { randomBytes } from 'node:crypto';

export type PendingReading<Outcome, Asked> = {
  /** What the person chose, to be shown again if the reading is refused. */
  readonly asked: Asked;
  readonly beganAt: Date;
  /** Null while it is under way. */
  readonly outcome: Outcome | null;
  /** Rejects when the work does. */
  readonly settled: Promise<Outcome>;
};

export type PendingReadings<Outcome, Asked> = {
  /**
   * Starts `work` and gives it an address; null when too many are under way. `settled` rejects when `work` does.
   * `work` looks at its signal before it keeps anything.
   */
  readonly begin: (
    asked: Asked,
    work: (signal: AbortSignal) => Promise<Outcome>,
  ) => { readonly key: string; readonly settled: Promise<Outcome> } | null;
  readonly find: (key: string) => PendingReading<Outcome, Asked> | null;
  /** Nothing is kept of a cancelled reading. */
  readonly cancel: (key: string) => void;
};

export type PendingBounds = { readonly underWay: number; readonly kept: number; readonly keptMilliseconds: number };

export const PENDING_BOUNDS: PendingBounds = { underWay: 30, kept: 50, keptMilliseconds: 3_600_000 };

type Entry<Outcome, Asked> = {
  readonly asked: Asked;
  readonly beganAt: Date;
  readonly stop: AbortController;
  readonly settled: Promise<Outcome>;
  outcome: Outcome | null;
  overAt: number | null;
};

export function pendingReadings<Outcome, Asked>(
  bounds: PendingBounds,
  now: () => Date,
): PendingReadings<Outcome, Asked> {
  const entries = new Map<string, Entry<Outcome, Asked>>();
  const tidy = (): void => {
    const over = [...entries].filter(([, { overAt }]) => overAt !== null);
    const late = now().getTime() - bounds.keptMilliseconds;
    const tooMany = over.length - bounds.kept;
    over.forEach(([key, { overAt }], index) => {
      if (index < tooMany || (overAt ?? 0) <= late) entries.delete(key);
    });
  };
  return {
    begin: (asked, work) => {
      tidy();
      const underWay = [...entries.values()].filter(({ overAt }) => overAt === null).length;
      if (underWay >= bounds.underWay) return null;
      const key = randomBytes(32).toString('base64url');
      const stop = new AbortController();
      const settled = work(stop.signal).then(
        (outcome) => {
          entry.outcome = outcome;
          entry.overAt = now().getTime();
          return outcome;
        },
        (error: unknown) => {
          entries.delete(key);
          throw error;
        },
      );
      // Whoever waits hears of it; when nobody waits any more, the address answers that it is gone.
      settled.catch(() => undefined);
      const entry: Entry<Outcome, Asked> = { asked, beganAt: now(), stop, outcome: null, overAt: null, settled };
      entries.set(key, entry);
      return { key, settled };
    },
    find: (key) => {
      tidy();
      const entry = entries.get(key);
      if (entry === undefined) return null;
      const { asked, beganAt, outcome, settled } = entry;
      return { asked, beganAt, outcome, settled };
    },
    cancel: (key) => {
      entries.get(key)?.stop.abort();
      entries.delete(key);
    },
  };
}
