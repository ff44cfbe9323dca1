/** Coordination that is contested, and a sleeping collective that a neighbour may keep going. Rules: ./membership.ts. */

export type Removal = {
  readonly id: number;
  readonly collective: number;
  /** Whose coordination it is about. */
  readonly person: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly reason: string;
  readonly voices: readonly { readonly person: string; readonly agrees: boolean }[];
};

export type Takeover = {
  readonly id: number;
  /** The one that sleeps. */
  readonly collective: number;
  readonly neighbour: number;
  readonly proposedAt: Date;
  readonly message: string;
};
