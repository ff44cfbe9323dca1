/** What the journal keeps of the acts on a draft, as each act wrote it: who writes it reads there who changed what, and when. */
import { canonicalJson } from '../shared/canonical-json.ts';
import type { DraftHead, MeasureWords, Origin } from './draft.ts';

export type HeadSaid = {
  readonly editionId: string;
  readonly title: string;
  readonly year: number;
  readonly head: DraftHead;
};

export type MeasureSaid = {
  readonly number: number | null;
  readonly origins: readonly Origin[];
  readonly words: MeasureWords | null;
  readonly themes: Readonly<Record<string, string>>;
  readonly reason: string;
};

/** Of `write-edition`. Measures by their ids in the draft. */
export type DraftChange =
  | { readonly what: 'head'; readonly before: HeadSaid; readonly after: HeadSaid }
  | {
      readonly what: 'measure';
      readonly measure: number;
      readonly before: MeasureSaid;
      readonly after: MeasureSaid;
    }
  | { readonly what: 'added'; readonly measure: number; readonly words: MeasureWords }
  | { readonly what: 'split'; readonly measure: number; readonly into: number }
  | { readonly what: 'merged'; readonly measure: number; readonly into: number; readonly from: MeasureWords }
  | { readonly what: 'removed'; readonly measure: number; readonly reason: string; readonly words: MeasureWords | null }
  | { readonly what: 'restored'; readonly measure: number; readonly words: MeasureWords }
  /** Of each measure: its id, the number it had, the one it has. */
  | { readonly what: 'numbers'; readonly numbers: readonly (readonly [number, number | null, number | null])[] }
  | { readonly what?: undefined; readonly doubt: number; readonly settled: string };

export type DraftEvent = {
  /** Its number in the journal. */
  readonly sequence: number;
  readonly at: Date;
  readonly act: string;
  /** The role in which it was done. */
  readonly role: string;
  readonly by: {
    readonly id: string;
    /** Null: the account is gone, or it was nobody's. */
    readonly name: string | null;
  };
  /** Null: another act, or words that were erased since. */
  readonly writing: DraftChange | null;
};

/** The parts of a measure, or of what stands before the measures, that an act changed. */
export const MEASURE_PARTS = ['number', 'origins', 'words', 'themes', 'reason'] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

export const HEAD_PARTS = [
  'editionId',
  'title',
  'year',
  'publisher',
  'note',
  'preamble',
  'principles',
  'rules',
  'carriers',
  'groupings',
  'reason',
] as const;
export type HeadPart = (typeof HEAD_PARTS)[number];

export function changedInMeasure(before: MeasureSaid, after: MeasureSaid): readonly MeasurePart[] {
  return MEASURE_PARTS.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]));
}

export function changedInHead(before: HeadSaid, after: HeadSaid): readonly HeadPart[] {
  const [one, other] = [flat(before), flat(after)];
  return HEAD_PARTS.filter((part) => canonicalJson(one[part]) !== canonicalJson(other[part]));
}

function flat({ head, ...said }: HeadSaid) {
  return { ...said, ...head };
}
