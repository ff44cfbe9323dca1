import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedWords } from './compared-words.ts';

const drawn = (before: string, after: string): string =>
  comparedWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'struck' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

test('shows the words that were replaced, struck then inserted', () => {
  expect(drawn('un plan vélo communal', 'un plan marche communal')).toBe('un plan [-vélo-][+marche+] communal');
});
test('strikes words that follow each other in one stroke', () => {
  expect(drawn('deux repas par semaine', 'un menu par semaine')).toBe('[-deux repas-][+un menu+] par semaine');
});
test('places what was only added or only removed', () => {
  expect(drawn('un plan vélo.', 'un plan vélo ambitieux.')).toBe('un plan vélo[+ ambitieux+].');
  expect(drawn('un plan vélo ambitieux.', 'un plan vélo.')).toBe('un plan vélo[- ambitieux-].');
});
test('keeps the full stop with its sentence', () => {
  expect(drawn('À faire.', 'À faire. Un bilan est publié.')).toBe('À faire.[+ Un bilan est publié.+]');
});
test('the same words are one piece, and nothing is no piece', () => {
  expect(comparedWords('un plan', 'un plan')).toEqual([{ kind: 'same', text: 'un plan' }]);
  expect(comparedWords('', '')).toEqual([]);
});
test('gives both texts back to the character', () => {
  const words = fc.array(fc.constantFrom('un', 'plan', ' ', '.', ',', 'vélo', '😀', '\n'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const parts = comparedWords(before, after);
      expect(parts.map((part) => (part.kind === 'inserted' ? '' : part.text)).join('')).toBe(before);
      expect(parts.map((part) => (part.kind === 'struck' ? '' : part.text)).join('')).toBe(after);
    }),
  );
});
test('two very long texts with nothing in common are told as replaced whole', () => {
  const long = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join(' ');
  expect(comparedWords(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['struck', 'inserted']);
});
