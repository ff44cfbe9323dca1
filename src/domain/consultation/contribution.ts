/**
 * What somebody writes in a consultation: a comment on a measure, other words for a part of it, or a measure that is
 * missing. It keeps the words that it was about. Other words and missing measures want an answer; a comment may have one.
 */
import type { MeasureWords } from '../workbench/draft.ts';
import type { ConsultedMeasure } from './consultation.ts';
import { spotsOfPart } from './head-part.ts';

export const CONTRIBUTION_KINDS = ['comment', 'amendment', 'new-measure'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** What is decided of it: `taken`, `partly` or `not`, always with words. */
export const ANSWERS = ['taken', 'partly', 'not'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is said, without who says it. */
export type Contribution =
  | { readonly kind: 'comment'; readonly measure: number; readonly words: string }
  | {
      readonly kind: 'amendment';
      readonly measure: number;
      readonly spot: Spot;
      /** The words that it would change, as they were. */
      readonly base: string;
      readonly words: string;
      readonly because: string;
    }
  | { readonly kind: 'new-measure'; readonly title: string; readonly words: string; readonly because: string };

/** In characters. */
export const CONTRIBUTION_LIMITS = { title: 200, words: 4000, because: 2000, name: 120 } as const;

/** One address, in one day of 24 hours. */
export const CONTRIBUTIONS_A_DAY = 20;

export function wantsAnswer(kind: ContributionKind): boolean {
  return kind !== 'comment';
}

/**
 * A part of a measure that can be said otherwise: `title`, `introduction`, `l2.3` (third clause of level 2, 0 its lead-in); of
 * the head: `p2`, `title`, `text` (./head-part.ts).
 */
export type Spot = string;

/** In the order of the measure. A level without lead-in has no `.0`. */
export function spotsOf(words: MeasureWords): readonly { readonly spot: Spot; readonly text: string }[] {
  return [
    { spot: 'title', text: words.title },
    ...(words.introduction.length === 0 ? [] : [{ spot: 'introduction', text: words.introduction.join('\n\n') }]),
    ...words.levels.flatMap(({ level, leadIn, clauses }) => [
      ...(leadIn === undefined ? [] : [{ spot: `l${level}.0`, text: leadIn }]),
      ...clauses.map((text, index) => ({ spot: `l${level}.${index + 1}`, text })),
    ]),
  ];
}

/** What can be said otherwise of a measure or of a part of the head. */
export function spotsIn({ words, part }: Pick<ConsultedMeasure, 'words' | 'part'>): ReturnType<typeof spotsOf> {
  if (part !== null) return spotsOfPart(part);
  return words === null ? [] : spotsOf(words);
}

/** Null: the measure has no such part. */
export function textAt(words: MeasureWords | null, spot: Spot): string | null {
  return words === null ? null : (spotsOf(words).find((one) => one.spot === spot)?.text ?? null);
}
