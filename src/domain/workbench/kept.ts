/** What is kept of drafts and of the editions that they became. */
import type { Edition } from '../charter/edition.ts';
import type { DraftMeasure, EditionDraft, Origin } from './draft.ts';

export type NewMeasure = Omit<DraftMeasure, 'id' | 'version'>;

export type NewDraft = Pick<
  EditionDraft,
  'editionId' | 'charter' | 'basedOn' | 'collective' | 'title' | 'year' | 'head'
> & {
  readonly measures: readonly NewMeasure[];
  readonly at: Date;
};

export type MeasureChange = Partial<NewMeasure> & {
  /** The measure that holds its words and origins now; null: none any more. */
  readonly mergedInto?: number | null;
  readonly brought?: readonly Origin[];
};

/** Its origins are held by the measure it went into; `origins` here are those it had. */
export type MergedMeasure = Pick<
  DraftMeasure,
  'id' | 'position' | 'origins' | 'keptWords' | 'themes' | 'reason' | 'version'
> & {
  readonly into: number;
  /** Origins that `into` had not before (./unmerge.ts). */
  readonly brought: readonly Origin[];
};

export type MadeEdition = {
  readonly edition: Edition;
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly publishedAs: string;
  readonly draft: number;
};
