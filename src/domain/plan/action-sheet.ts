/**
 * A sheet that is being worked on, typed: what its document says in words (./plan.ts) and what a town hall keeps up to
 * date. Three fields are enough to start: a title, a status, a lead.
 *
 * Unknown is a value: a status, a date, a year that nobody said is null, never a default. Late is computed (./late.ts).
 */

export const ACTION_STATUSES = ['planned', 'ongoing', 'done', 'paused', 'abandoned', 'blocked'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How far inhabitants have a say, from none to deciding together. */
export const PARTICIPATIONS = ['none', 'information', 'consultation', 'concertation', 'co-construction'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** Free texts of a sheet, in the order in which one is read. */
export const SHEET_TEXTS = [
  'context',
  'description',
  'objectives',
  'governance',
  'means',
  'calendar',
  'method',
  'participation',
  'indicators',
  'funding',
] as const;
export type SheetText = (typeof SHEET_TEXTS)[number];

/** Who does what: `lead` answers for it (a person, a service), `structure` is the organisation that carries it. */
export const SHEET_ROLES = ['lead', 'referent', 'service', 'structure', 'partner'] as const;
export type SheetRole = (typeof SHEET_ROLES)[number];

export type ActionSheet = {
  /** 1 to 300 characters. */
  readonly title: string;
  readonly status: ActionStatus | null;
  /** What blocks it and what would unblock it; there exactly when the status is `blocked`. */
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly priority: Priority | null;
  /** Days, YYYY-MM-DD; null: not said. The end is never before the start. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Private: never in a published version, whatever else is said. */
  readonly visibility: 'public' | 'private';
  readonly participation: Participation | null;
  /** 20,000 characters each at most; null: nothing said. */
  readonly texts: Readonly<Record<SheetText, string | null>>;
  /** Numbers of directory entries of the municipality, in order; an entry once a role. */
  readonly roles: Readonly<Record<SheetRole, readonly number[]>>;
  readonly amounts: readonly AmountLine[];
  readonly fundings: readonly Funding[];
};

/** One sum of a budget. What is not one exact sum (« 10 000 à 15 000 ») keeps its words and counts in no total. */
export type AmountLine = {
  readonly direction: 'spending' | 'receipt';
  readonly stage: 'forecast' | 'real';
  readonly nature: 'investment' | 'operation' | null;
  /** 1900 to 2200; null: not said. */
  readonly year: number | null;
  /** Euros with two decimals at most, 0 to 10^12; null: `words` says no exact sum. */
  readonly euros: number | null;
  /** As somebody wrote it; empty when `euros` says it all. */
  readonly words: string;
};

/** Money asked or got from somebody else, a call for projects with its last day. */
export type Funding = {
  /** A directory entry. */
  readonly funder: number;
  readonly call: string;
  readonly deadline: string | null;
  readonly state: 'to-ask' | 'asked' | 'granted' | 'refused' | null;
  readonly euros: number | null;
};

/** A step of an action: what one ticks off. */
export type ActionStep = {
  readonly title: string;
  readonly status: ActionStatus | null;
  readonly endsOn: string | null;
};
