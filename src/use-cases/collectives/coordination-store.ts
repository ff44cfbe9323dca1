/** Coordination contested and handed on. Behind it: src/server/storage/collective-coordination.ts. */
import type { Removal, Takeover } from '#domain/collective/coordination.ts';

export type CoordinationStore = {
  /** False: it was asked already. */
  askRemoval(removal: {
    readonly collective: number;
    readonly person: string;
    readonly by: string;
    readonly reason: string;
    readonly at: Date;
  }): Promise<boolean>;
  /** Not settled, oldest first. */
  removals(collective: number): Promise<readonly Removal[]>;
  /** Those of every collective. */
  allRemovals(): Promise<readonly Removal[]>;
  say(removal: number, voice: { readonly person: string; readonly agrees: boolean; readonly at: Date }): Promise<void>;
  settleRemoval(
    removal: number,
    settled: {
      readonly outcome: 'removed' | 'kept' | 'withdrawn';
      readonly by: 'coordinators' | 'national-team';
      readonly at: Date;
    },
  ): Promise<void>;

  /** False: that neighbour was asked already and has not answered. */
  proposeTakeover(takeover: {
    readonly collective: number;
    readonly neighbour: number;
    readonly message: string;
    readonly at: Date;
  }): Promise<boolean>;
  /** Put to this collective, waiting. */
  takeoversPutTo(neighbour: number): Promise<readonly Takeover[]>;
  takeoversOf(collective: number): Promise<readonly Takeover[]>;
  /** Every one still waiting for this collective is answered at once when it is taken. */
  answerTakeover(
    takeover: number,
    given: { readonly answer: 'accepted' | 'declined' | 'withdrawn'; readonly at: Date },
  ): Promise<void>;
};
