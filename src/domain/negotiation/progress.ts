/**
 * The stages of a negotiation, and what of them is public: that it is open, asked, declined or unanswered, with dates.
 * Nothing else of a negotiation is public before a pact is signed.
 */

/**
 * - `prepared`: the carrier works on it alone, nobody was asked yet
 * - `asked`: the counterpart was told, and has not said whether it negotiates
 * - `under-way`: both negotiate
 * - `frozen`: both said yes to one text, which can be signed
 * - `declined`: the counterpart said no
 * - `ended`: one side stopped, before any text was frozen
 */
export const NEGOTIATION_STATES = ['prepared', 'asked', 'under-way', 'frozen', 'declined', 'ended'] as const;
export type NegotiationState = (typeof NEGOTIATION_STATES)[number];

/** After so many days without a word, the page says that the question has had no answer. */
export const SILENCE_DAYS = 15;

export type Stages = {
  readonly state: NegotiationState;
  readonly askedAt: Date | null;
  readonly startedAt: Date | null;
  readonly declinedAt: Date | null;
};

export type PublicStage =
  | { readonly kind: 'asked'; readonly since: Date }
  /** Asked more than SILENCE_DAYS ago; `since` is the day it was asked. */
  | { readonly kind: 'unanswered'; readonly since: Date }
  | { readonly kind: 'open'; readonly since: Date }
  | { readonly kind: 'declined'; readonly since: Date };

/** Null: nothing of it is public. A frozen text is still a negotiation under way, until it is signed. */
export function publicStage(stages: Stages, now: Date): PublicStage | null {
  const { state, askedAt, startedAt, declinedAt } = stages;
  switch (state) {
    case 'asked': {
      if (askedAt === null) return null;
      const silent = now.getTime() - askedAt.getTime() >= SILENCE_DAYS * 24 * 60 * 60 * 1000;
      return { kind: silent ? 'unanswered' : 'asked', since: askedAt };
    }
    case 'under-way':
    case 'frozen':
      return startedAt === null ? null : { kind: 'open', since: startedAt };
    case 'declined':
      return declinedAt === null ? null : { kind: 'declined', since: declinedAt };
    case 'prepared':
    case 'ended':
      return null;
  }
}
