/**
 * One thing of a bulk entry: a line of its table, a document, or both together. What it is now, and who holds it.
 *
 * Who reviews it claims it. A claim ends by itself, and may be taken over: a queue is shared by people who are called away.
 */

export const ITEM_STATES = [
  'waiting',
  'reading',
  'read',
  'unreadable',
  'without-document',
  'published',
  'set-aside',
  'already-there',
  'forgotten',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** `in-review`: read, and somebody holds it now. Computed: it ends with the clock. */
export const SHOWN_STATES = [...ITEM_STATES, 'in-review'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** `by`: an account, or the name of an operator. */
export type Claim = { readonly by: string; readonly at: Date };

export const CLAIM_MINUTES = 30;

/** A claim counts for 30 minutes, less one instant. */
export function claimEnds(claim: Claim): Date {
  return new Date(claim.at.getTime() + CLAIM_MINUTES * 60_000);
}

export function holds(claim: Claim | null, now: Date): claim is Claim {
  return claim !== null && now < claimEnds(claim);
}

export function shownState(
  { state, claim }: { readonly state: ItemState; readonly claim: Claim | null },
  now: Date,
): ShownState {
  return state === 'read' && holds(claim, now) ? 'in-review' : state;
}

/** What may still be done to an item, for the gate. `stuck`: a person must look, there is nothing to review. */
export const ENTRY_ITEM_STATES = ['item-waiting', 'item-open', 'item-stuck', 'item-aside', 'item-over'] as const;

const GATE_STATE = {
  waiting: 'item-waiting',
  reading: 'item-waiting',
  read: 'item-open',
  unreadable: 'item-stuck',
  'without-document': 'item-stuck',
  'already-there': 'item-stuck',
  'set-aside': 'item-aside',
  published: 'item-over',
  forgotten: 'item-over',
} as const satisfies Readonly<Record<ItemState, (typeof ENTRY_ITEM_STATES)[number]>>;

export function gateStateOf(state: ItemState): (typeof ENTRY_ITEM_STATES)[number] {
  return GATE_STATE[state];
}
