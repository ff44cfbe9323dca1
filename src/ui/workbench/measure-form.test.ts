import { expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { wordsOfMeasure } from '#domain/workbench/draft.ts';
import { measureTyped, namedWithoutLines, originsTyped, typedOf, wordsTyped } from './measure-form.ts';

test('every measure of every edition goes through the form and comes back the same', () => {
  for (const { measures } of loadEditions()) {
    for (const measure of measures) {
      const words = wordsOfMeasure(measure);
      expect(wordsTyped(typedOf(words, ''))).toEqual(words);
    }
  }
});

const levelOf = (lines: string) =>
  wordsTyped({ title: 'T', introduction: '', levels: [{ label: '', lines }], reason: '' }).levels[0];

test('a line is a clause; a line without a dash before lines that have one introduces them', () => {
  expect(levelOf('Un.\r\n\r\nDeux.')).toEqual({ level: 1, clauses: ['Un.', 'Deux.'] });
  expect(levelOf('Rendre cyclable :\n- modérer ;\n• définir.')).toEqual({
    level: 1,
    leadIn: 'Rendre cyclable :',
    clauses: ['modérer ;', 'définir.'],
  });
  expect(levelOf(' \n-\n')).toBeUndefined();
});

test('signs that hide or turn words are shown, and nothing else of a form is taken', () => {
  expect(levelOf('pas\u202e de piège')?.clauses).toEqual(['pas[U+202E] de piège']);
  const form = new FormData();
  form.set('titre', new File(['x'], 'x.txt'));
  form.set('niveau-9', 'ignoré');
  expect(wordsTyped(measureTyped(form))).toEqual({ title: '', introduction: [], levels: [] });
});

test('a level that is named and says nothing is told, so that its name is not lost', () => {
  const form = new FormData();
  form.set('niveau-1', 'Planter des arbres.');
  form.set('intitule-1', 'Niveau unique :');
  expect(namedWithoutLines(measureTyped(form))).toBeNull();
  form.set('intitule-2', 'Pour aller plus loin :');
  expect(namedWithoutLines(measureTyped(form))).toBe(2);
  form.set('niveau-2', 'Planter des forêts.');
  expect(namedWithoutLines(measureTyped(form))).toBeNull();
});

test('what a local measure is mapped to is numbers, or nothing', () => {
  expect(originsTyped({ e: '12, 14 12', f: '12' })).toEqual([
    { edition: 'e', measure: 12 },
    { edition: 'e', measure: 14 },
    { edition: 'f', measure: 12 },
  ]);
  expect(originsTyped({ e: ' ' })).toEqual([]);
  expect(originsTyped({ e: 'douze' })).toBeNull();
});
