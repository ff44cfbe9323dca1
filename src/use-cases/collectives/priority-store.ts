/** Local measures, votes on priorities, and what the collective picked. Behind it: src/server/storage/priorities.ts. */
import type { LocalMeasure, Priority, PriorityVote, VoteResult } from '#domain/collective/priority-vote.ts';

export type PriorityStore = {
  /** The next number of this collective; numbers are never used again. */
  writeLocal(
    measure: Omit<LocalMeasure, 'id' | 'number'> & { readonly collective: number; readonly at: Date },
  ): Promise<LocalMeasure>;
  changeLocal(
    of: { readonly collective: number; readonly id: number },
    change: { readonly text: string; readonly relatedMeasures: readonly number[] },
  ): Promise<boolean>;
  withdrawLocal(of: { readonly collective: number; readonly id: number }, at: Date): Promise<boolean>;
  /** In force, by number. */
  locals(collective: number): Promise<readonly LocalMeasure[]>;

  announce(vote: Omit<PriorityVote, 'id' | 'cancelledAt' | 'result'> & { readonly at: Date }): Promise<number>;
  find(vote: number): Promise<PriorityVote | null>;
  lock(vote: number): Promise<PriorityVote | null>;
  /** Newest first. */
  of(collective: number): Promise<readonly PriorityVote[]>;
  cancel(vote: number, at: Date): Promise<void>;
  /** Replaces the ballot that this address cast in this vote. */
  cast(ballot: {
    readonly vote: number;
    readonly email: string;
    readonly options: readonly string[];
    readonly at: Date;
  }): Promise<{ readonly replaced: boolean }>;
  ballots(vote: number): Promise<readonly (readonly string[])[]>;
  ballotCount(vote: number): Promise<number>;
  /** Keeps the result, and erases what tied ballots to addresses. */
  keepResult(vote: number, kept: { readonly result: VoteResult; readonly at: Date }): Promise<void>;
  /** Over, not cancelled, not counted. */
  toCount(now: Date): Promise<readonly number[]>;

  setPriorities(collective: number, priorities: readonly Priority[]): Promise<void>;
  /** In the order of the collective. */
  priorities(collective: number): Promise<readonly Priority[]>;
};
