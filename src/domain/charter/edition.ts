/**
 * A charter edition: a dated, frozen set of principles and measures.
 *
 * Editions are data (data/charters/*.yaml, each with its source); this file only says their shape.
 * Reading one from a document is src/reading/charter; loading the reviewed data is src/server/charters.
 *
 * Two things never mix: the words of the charter (titles, texts, clauses), frozen; and what we
 * note about them (targets, checks, themes, obligations), which may be corrected and says so.
 */
import type { Check, CrossReference, Gap, LegalMention } from './annotation.ts';
import type { Target } from './target.ts';

export type Edition = {
  /** Stable code, also its address: `pacte-transition-2020`. */
  readonly id: string;
  readonly title: string;
  /** Year of the municipal elections it was written for. */
  readonly year: number;
  readonly source: Source;
  readonly carriers: Carriers;
  readonly rules: Rules;
  /** What the document says before its first principle or measure, one entry a paragraph, its printed title first. */
  readonly preamble: readonly string[];
  readonly principles: readonly Principle[];
  readonly measures: readonly Measure[];
  /** Named ways to group the measures; none belongs to the edition's own numbering. */
  readonly groupings: readonly Grouping[];
  /** The collective whose own edition it is, which alone offers it. Absent: for the whole country. */
  readonly local?: { readonly collective: number };
  /** Where our notes stand: `proposal` until people of the charter have reviewed them. */
  readonly annotations: { readonly status: AnnotationStatus; readonly note: string };
};

/** Threads of places have an address without an edition since there was no other: it stays this one's for ever. */
export const FIRST_EDITION = 'pacte-transition-2020';

export type AnnotationStatus = 'proposal' | 'reviewed';

/** The charter's own words, whoever reviewed the rest: all that comparing a document with it needs. */
export type CharterText = Pick<Edition, 'id' | 'title' | 'principles' | 'measures'>;

export type Source = {
  readonly title: string;
  readonly publisher: string;
  /** The text as it came, from data/: `documents/pacte-transition-2020.txt`. */
  readonly file: string;
  /** What a reader should know of how the text was obtained. */
  readonly note: string;
};

/** Who carries a charter, which decides what a pact made with it needs. */
export type Carriers =
  /** A local collective and a list both sign: no pact without a collective. */
  | { readonly kind: 'collective-and-list' }
  /** An organisation asks, candidates answer: there is no local collective. */
  | { readonly kind: 'organisation-asks-candidates'; readonly organisation: string };

export type Rules = {
  /** Null when the charter asks for no number. */
  readonly minimumMeasures: number | null;
  /** Letters of the principles that are part of every pact. */
  readonly requiredPrinciples: readonly string[];
};

export type Principle = {
  readonly letter: string;
  readonly title: string;
  readonly text: string;
};

export type Measure = {
  readonly number: number;
  readonly title: string;
  /** Paragraphs that explain and promise nothing. Absent: none. */
  readonly introduction?: readonly string[];
  /** Empty when the edition gives a title alone. Levels are graduated but not cumulative. */
  readonly levels: readonly Level[];
};

export type Level = {
  /** 1 to 3; a single level is numbered 1. */
  readonly level: number;
  /** As printed when it is not just a number: "Niveau unique :". Absent: the number says it all. */
  readonly label?: string;
  readonly clauses: readonly Clause[];
  /** Absent: the words are the charter's own. */
  readonly provenance?: LevelProvenance;
  /** What a person who is no expert can look at. Absent: none yet. */
  readonly checks?: readonly Check[];
};

/** The level's words are not in the charter's published text; they come from elsewhere, as told. */
export type LevelProvenance = { readonly kind: 'signed-pact'; readonly source: Source; readonly note: string };

export type Clause = {
  /** From 1; 0 is a lead-in followed by bullets. */
  readonly clause: number;
  readonly text: string;
  /** Quantities written in `text`, in its order. */
  readonly targets: readonly Target[];
  /** Law that the text names. Absent: none. */
  readonly legalMentions?: readonly LegalMention[];
  /** Other measures that the text sends to. Absent: none. */
  readonly crossReferences?: readonly CrossReference[];
  /** What the text refers to and does not give. Absent: nothing is missing. */
  readonly gaps?: readonly Gap[];
};

export type Grouping = {
  readonly id: string;
  readonly title: string;
  readonly status: AnnotationStatus;
  readonly note: string;
  /** Every measure of the edition stands in exactly one theme. */
  readonly themes: readonly Theme[];
};

export type Theme = { readonly id: string; readonly title: string; readonly measures: readonly number[] };

/** Where a clause stands; `level` and `clause` as in the edition. */
export type ClauseAddress = { readonly measure: number; readonly level: number; readonly clause: number };

/** Every clause with its address, in the edition's order. */
export function clausesOf(edition: Pick<Edition, 'measures'>): readonly (ClauseAddress & { readonly words: Clause })[] {
  return edition.measures.flatMap((measure) =>
    measure.levels.flatMap((level) =>
      level.clauses.map((words) => ({
        measure: measure.number,
        level: level.level,
        clause: words.clause,
        words,
      })),
    ),
  );
}

/** Those for the whole country, and its own: what another collective made is not for it. */
export function isForCollective({ local }: Pick<Edition, 'local'>, collective: number): boolean {
  return local === undefined || local.collective === collective;
}

/** The theme of a measure in a grouping; null when the grouping does not hold it. */
export function themeOf(grouping: Grouping, measure: number): Theme | null {
  return grouping.themes.find((theme) => theme.measures.includes(measure)) ?? null;
}
