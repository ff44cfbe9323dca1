/**
 * An edition that is being written: what the workbench works on until it is published and frozen (../charter/edition.ts).
 *
 * A measure is told by what it comes from (`origins`) and by its words. What happened to it (kept, modified, merged, split,
 * removed, added) is computed from both (./change.ts), never typed, so that it cannot be wrong.
 */
import type { Carriers, Level, Measure, Principle, Rules } from '../charter/edition.ts';
import type { NoteDecision } from './carried-notes.ts';

export type EditionDraft = {
  readonly id: number;
  /** Its address once published: `pacte-transition-2032`. */
  readonly editionId: string;
  /** What editions of the same charter have in common: `pacte-transition`. */
  readonly charter: string;
  /** The edition that it starts from, by id; null: from nothing, or from a document. */
  readonly basedOn: string | null;
  /** The collective whose local edition it is; null: the national team's. */
  readonly collective: number | null;
  readonly title: string;
  /** Year of the municipal elections it is written for. */
  readonly year: number;
  readonly head: DraftHead;
  /** Of title, year and head, from 1. Each measure has its own. */
  readonly version: number;
  readonly state: EditionDraftState;
  /** In the order of the page, removed ones included, those merged into another left out. */
  readonly measures: readonly DraftMeasure[];
};

export const EDITION_DRAFT_STATES = ['open', 'published', 'abandoned'] as const;
export type EditionDraftState = (typeof EDITION_DRAFT_STATES)[number];

export type DraftHead = {
  /** Who publishes it, as the edition's source says. */
  readonly publisher: string;
  /** What a reader should know of this edition and how it was made. */
  readonly note: string;
  /** One entry a paragraph. */
  readonly preamble: readonly string[];
  readonly principles: readonly Principle[];
  readonly rules: Rules;
  readonly carriers: Carriers;
  readonly groupings: readonly DraftGrouping[];
  /** Why the principles and the rules changed; empty: nothing said. */
  readonly reason: string;
};

/** Which theme a measure stands in is said by the measure. */
export type DraftGrouping = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly themes: readonly { readonly id: string; readonly title: string }[];
};

export type DraftMeasure = {
  readonly id: number;
  readonly position: number;
  /** Null: it has none yet, or is removed. */
  readonly number: number | null;
  readonly origins: readonly Origin[];
  /** Null: removed. */
  readonly words: MeasureWords | null;
  /** What they were before it was removed: it may come back. Null while it is there. */
  readonly keptWords: MeasureWords | null;
  /** Grouping to theme. */
  readonly themes: Readonly<Record<string, string>>;
  readonly notes: readonly NoteDecision[];
  /** Why it changed; empty: nothing said yet. */
  readonly reason: string;
  /** From 1. */
  readonly version: number;
};

/** A measure of an edition that is published. */
export type Origin = { readonly edition: string; readonly measure: number };

export type MeasureWords = {
  readonly title: string;
  readonly introduction: readonly string[];
  /** Their numbers go up. */
  readonly levels: readonly LevelWords[];
};

export type LevelWords = {
  /** 1 to 3. */
  readonly level: number;
  /** As printed when it is not just a number: "Niveau unique :". */
  readonly label?: string;
  /** Introduces the clauses and promises nothing by itself. */
  readonly leadIn?: string;
  /** One text a clause, numbered from 1 in this order. */
  readonly clauses: readonly string[];
};

/** The words of a published measure, as the workbench edits them. */
export function wordsOfMeasure(measure: Pick<Measure, 'title' | 'introduction' | 'levels'>): MeasureWords {
  return { title: measure.title, introduction: measure.introduction ?? [], levels: measure.levels.map(wordsOfLevel) };
}

function wordsOfLevel({ level, label, clauses }: Level): LevelWords {
  const leadIn = clauses.find(({ clause }) => clause === 0)?.text;
  return {
    level,
    ...(label === undefined ? {} : { label }),
    ...(leadIn === undefined ? {} : { leadIn }),
    clauses: clauses.filter(({ clause }) => clause !== 0).map(({ text }) => text),
  };
}
