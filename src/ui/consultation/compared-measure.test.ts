import { expect, test } from 'vitest';
import type { MeasureWords } from '#domain/workbench/draft.ts';
import { comparedMeasure } from './compared-measure.ts';

const words = (title: string, ...clauses: readonly string[]): MeasureWords => ({
  title,
  introduction: [],
  levels: [{ level: 1, clauses }],
});
const inserted = (parts: ReturnType<typeof comparedMeasure>) =>
  parts.flatMap((one) => one.parts.filter(({ kind }) => kind === 'inserted').map(({ text }) => text.trim()));
const struck = (parts: ReturnType<typeof comparedMeasure>) =>
  parts.flatMap((one) => one.parts.filter(({ kind }) => kind === 'struck').map(({ text }) => text.trim()));

test('of a measure that unites two, what either said is no addition, and what is said no more is struck', () => {
  const one = words('Vélo', 'Des pistes', 'Des arceaux');
  const other = words('Marche', 'Des trottoirs larges', 'Des bancs');
  const now = words('Vélo', 'Des pistes', 'Des arceaux', 'Des trottoirs larges', 'Une fontaine');
  const shown = comparedMeasure([one, other], now);
  expect(inserted(shown)).toEqual(['Une fontaine']);
  expect(struck(shown)).toEqual(['Marche', 'Des bancs']);
  expect(new Set(shown.map(({ spot }) => spot)).size).toBe(shown.length);
});

test('a measure without any former one is shown as it is', () => {
  expect(inserted(comparedMeasure([], words('Vélo', 'Des pistes')))).toEqual([]);
});
