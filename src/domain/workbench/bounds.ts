/** How much a draft may hold, in characters and in number. */
import type { DraftHead, MeasureWords } from './draft.ts';

export const MOST = {
  measures: 150,
  levels: 3,
  clausesOfLevel: 40,
  title: 500,
  clause: 3000,
  paragraph: 3000,
  paragraphs: 40,
  principles: 12,
  groupings: 4,
  themes: 40,
  reason: 2000,
  name: 200,
} as const;

export type Field =
  'title' | 'introduction' | 'clause' | 'label' | 'reason' | 'name' | 'preamble' | 'principle' | 'theme';

export type OutOfBounds =
  | { readonly kind: 'words-too-long'; readonly field: Field; readonly most: number }
  | {
      readonly kind: 'too-many';
      readonly what: 'measures' | 'clauses' | 'paragraphs' | 'principles' | 'themes';
      readonly most: number;
    }
  | { readonly kind: 'title-missing' };

/** What is wrong with these words first; null: nothing. */
export function wordsOutOfBounds({ title, introduction, levels }: MeasureWords): OutOfBounds | null {
  if (title === '') return { kind: 'title-missing' };
  const texts = levels.flatMap(({ leadIn, clauses }) => [...(leadIn === undefined ? [] : [leadIn]), ...clauses]);
  const labels = levels.flatMap(({ label }) => label ?? []);
  return (
    tooLong([title], 'title', MOST.title) ??
    tooMany(introduction, 'paragraphs', MOST.paragraphs) ??
    tooLong(introduction, 'introduction', MOST.paragraph) ??
    tooLong(labels, 'label', MOST.name) ??
    levels.map(({ clauses }) => tooMany(clauses, 'clauses', MOST.clausesOfLevel)).find((found) => found !== null) ??
    tooLong(texts, 'clause', MOST.clause)
  );
}

export function headOutOfBounds({
  publisher,
  note,
  preamble,
  principles,
  groupings,
  reason,
}: DraftHead): OutOfBounds | null {
  const themes = groupings.flatMap((grouping) => grouping.themes);
  return (
    tooLong([publisher], 'name', MOST.name) ??
    tooLong([note, reason], 'reason', MOST.reason) ??
    tooMany(preamble, 'paragraphs', MOST.paragraphs) ??
    tooLong(preamble, 'preamble', MOST.paragraph) ??
    tooMany(principles, 'principles', MOST.principles) ??
    tooLong(
      principles.flatMap(({ title, text }) => [title, text]),
      'principle',
      MOST.paragraph,
    ) ??
    tooMany(groupings, 'themes', MOST.groupings) ??
    tooMany(themes, 'themes', MOST.themes) ??
    tooLong(
      [...groupings, ...themes].map(({ title }) => title),
      'theme',
      MOST.name,
    )
  );
}

function tooLong(texts: readonly string[], field: Field, most: number): OutOfBounds | null {
  return texts.some((text) => text.length > most) ? { kind: 'words-too-long', field, most } : null;
}

function tooMany(
  all: readonly unknown[],
  what: Extract<OutOfBounds, { kind: 'too-many' }>['what'],
  most: number,
): OutOfBounds | null {
  return all.length > most ? { kind: 'too-many', what, most } : null;
}
