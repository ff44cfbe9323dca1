/**
 * What the reader says of a document: the JSON contract of `cli read`.
 *
 * Offsets are UTF-16 positions in `text`; `text.slice(start, end)` is the quotation. Every
 * non-blank character of `text` stands in the spans of at least one finding or in `unread`.
 * Nothing here is decided: readings are proposals that a person confirms.
 */
import type { TitleMatch, WordChange } from '#domain/pact/commitment.ts';
import type { Stance, Wording } from '#domain/pact/stance.ts';
import { ACTION_FIELDS, type ActionField } from '#domain/plan/plan.ts';

export type Span = { readonly start: number; readonly end: number };

export type Unread = Span & { readonly text: string };

/**
 * `code` is stable (src/reading/warnings.ts, extract/extracted.ts for doubts about the file); `message` is its French
 * sentence; `spans` is empty when it is about the whole document.
 */
export type Warning = { readonly code: string; readonly message: string; readonly spans: readonly Span[] };

export type { TitleMatch };
export type Change = WordChange;

export type ClauseFinding = {
  readonly clause: number;
  readonly stance: Stance;
  readonly wording: Wording;
  readonly spans: readonly Span[];
  readonly changes: readonly Change[];
};

export type LevelFinding = {
  readonly level: number;
  readonly stance: Stance;
  readonly wording: Wording;
  readonly spans: readonly Span[];
  readonly clauses: readonly ClauseFinding[];
};

export type CommitmentFinding = {
  /** Number in the charter edition, null when none matches. */
  readonly measure: number | null;
  /** As written, null when none. */
  readonly localNumber: string | null;
  readonly title: TitleMatch;
  readonly stance: Stance;
  readonly levels: readonly LevelFinding[];
  /** Another body named by the text, as written. */
  readonly competentBody: string | null;
  /** The list's own words, verbatim. */
  readonly observations: readonly string[];
  /** 0 to 1; below CONFIDENCE_THRESHOLD it waits for review. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly spans: readonly Span[];
};

export type PrincipleFinding = {
  readonly principle: string;
  readonly stance: Stance;
  readonly observations: readonly string[];
  readonly spans: readonly Span[];
};

export type LocalCommitmentFinding = {
  readonly localNumber: string | null;
  readonly text: string;
  readonly relatedMeasures: readonly number[];
  readonly spans: readonly Span[];
};

type Read = {
  readonly text: string;
  readonly unread: readonly Unread[];
  readonly warnings: readonly Warning[];
};

export type PactReading = Read & {
  readonly kind: 'pact';
  readonly charter: string;
  readonly signatory: { readonly list: string | null; readonly leader: string | null; readonly spans: readonly Span[] };
  readonly principles: readonly PrincipleFinding[];
  readonly commitments: readonly CommitmentFinding[];
  readonly localCommitments: readonly LocalCommitmentFinding[];
};

export type CharterReading = Read & {
  readonly kind: 'charter';
  readonly principles: readonly {
    readonly letter: string;
    readonly title: string;
    readonly text: string;
    readonly spans: readonly Span[];
  }[];
  readonly measures: readonly {
    readonly number: number;
    readonly title: string;
    readonly spans: readonly Span[];
    readonly levels: readonly {
      readonly level: number;
      readonly clauses: readonly { readonly clause: number; readonly text: string; readonly spans: readonly Span[] }[];
    }[];
  }[];
};

export const PLAN_FIELDS = ACTION_FIELDS;
export type PlanField = ActionField;

/** `text` as written; `euros` only when the words name one exact sum. */
export type AmountFinding = { readonly text: string; readonly euros: number | null; readonly spans: readonly Span[] };

/** `text` as written; `day` (YYYY-MM-DD) only when the words name one exact day. */
export type DateFinding = { readonly text: string; readonly day: string | null; readonly spans: readonly Span[] };

export type ActionFinding = {
  /** Corrected number (`4.4`) and what the sheet prints (`4.3`). */
  readonly number: string;
  readonly printedNumber: string;
  readonly title: string;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<PlanField, string | null>>;
  readonly amounts: readonly AmountFinding[];
  readonly dates: readonly DateFinding[];
  readonly relatedActions: readonly string[];
  readonly spans: readonly Span[];
};

export type PlanReading = Read & {
  readonly kind: 'plan';
  readonly title: string | null;
  readonly council: {
    readonly date: string | null;
    readonly item: string | null;
    readonly rapporteur: string | null;
    readonly decision: string | null;
    readonly spans: readonly Span[];
  };
  readonly axes: readonly {
    readonly number: string;
    readonly title: string;
    readonly subAxes: readonly { readonly title: string }[];
    readonly spans: readonly Span[];
  }[];
  readonly actions: readonly ActionFinding[];
};

export type Reading = PactReading | CharterReading | PlanReading;
