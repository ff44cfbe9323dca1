/**
 * What the running server does again and again by itself: the one timer behind every job. What a job does is in the files
 * beside this one; which ones run is in ./running-jobs.ts.
 */

export type Rounds = {
  /** Waits for the round that is under way; none begins after. */
  readonly stop: () => Promise<void>;
};

/** Handed to each round. */
export type Round = {
  /** 0 for the first. */
  readonly number: number;
  /** Asked to stop: a round of many steps looks between two of them. */
  readonly stopped: () => boolean;
};

export type JobOptions = {
  /** A round that failed, the database away for example: the next one follows. */
  readonly onFailure: (error: unknown) => void;
  /** From the end of a round to the beginning of the next: two rounds never overlap. */
  readonly everyMilliseconds?: number;
};

/** The first round begins at once. The timer keeps no process alive. */
export function startRounds(
  round: (round: Round) => Promise<unknown>,
  { onFailure, everyMilliseconds }: Required<JobOptions>,
): Rounds {
  const ended = { yes: false };
  const stopped = (): boolean => ended.yes;
  let next: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();
  const begin = (number: number): void => {
    current = Promise.resolve({ number, stopped })
      .then(round)
      .catch(onFailure)
      .finally(() => {
        if (ended.yes) return;
        next = setTimeout(() => begin(number + 1), everyMilliseconds);
        next.unref();
      });
  };
  begin(0);
  return {
    stop: async () => {
      ended.yes = true;
      clearTimeout(next);
      await current;
    },
  };
}
