/** A partner organisation: it asks to join, the steering committee decides, it stays or leaves. */

export const PARTNER_STATES = ['partner-asked', 'partner-accepted', 'partner-refused', 'partner-ended'] as const;
/** Of those that were ever decided on: the others are nobody's business. */
export const DECIDED_STATES = ['partner-accepted', 'partner-refused', 'partner-ended'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

/** What shows that whoever asks is of the organisation. A mandate is shown by neither: that is what people decide about. */
export const PARTNER_PROOFS = ['address-of-site', 'none'] as const;
export type PartnerProof = (typeof PARTNER_PROOFS)[number];

/** Signs at most. */
export const NAME_LIMIT = 120;
export const ABOUT_LIMIT = 1000;
export const QUALITY_LIMIT = 120;
export const PARTNER_REASON_LIMIT = 1000;

export type Organisation = {
  readonly id: number;
  readonly name: string;
  readonly website: string;
  readonly about: string;
  readonly state: PartnerState;
  readonly proof: PartnerProof;
  readonly version: number;
  readonly askedAt: Date;
  readonly decision: PartnerDecision | null;
  readonly end: {
    readonly at: Date;
    readonly reason: string;
    readonly as: 'partner' | 'national-team';
  } | null;
};

export type PartnerDecision = {
  readonly at: Date;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesNeeded: number;
};

export type PartnerVote = 'for' | 'against';

/** What the votes decide: whichever side first reaches the number. Null: nothing yet. */
export function partnerDecision(votes: readonly PartnerVote[], needed: number): 'accepted' | 'refused' | null {
  if (votes.filter((vote) => vote === 'for').length >= needed) return 'accepted';
  return votes.filter((vote) => vote === 'against').length >= needed ? 'refused' : null;
}

/** The number of votes that decides on a day: the last said from that day or before. Null: none was said. */
export function neededOn(
  rules: readonly { readonly since: string; readonly votesNeeded: number }[],
  day: string,
): number | null {
  const held = rules.filter(({ since }) => since <= day).toSorted((one, other) => (one.since < other.since ? -1 : 1));
  return held.at(-1)?.votesNeeded ?? null;
}
