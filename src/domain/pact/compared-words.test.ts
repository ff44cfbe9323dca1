import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedWords } from './compared-words.ts';
import { pieceKey, wordsAndSigns } from './same-words.ts';

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
test('strikes no space where words were only put in', () => {
  expect(drawn('un plan vélo communal', 'un plan vélo, puis marche, communal')).toBe(
    'un plan vélo[+, puis marche,+] communal',
  );
  expect(drawn('le plan en ville', 'le plan, chaque jour en ville')).toBe('le plan[+, chaque jour+] en ville');
});
test('keeps neighbours of one kind in one piece', () => {
  expect(comparedWords('un plan vélo communal', 'un plan vélo, puis marche, communal').map(({ kind }) => kind)).toEqual(
    ['same', 'inserted', 'same'],
  );
});
test('keeps the full stop with its sentence', () => {
  expect(drawn('À faire.', 'À faire. Un bilan est publié.')).toBe('À faire.[+ Un bilan est publié.+]');
});
test('the same words are one piece, and nothing is no piece', () => {
  expect(comparedWords('un plan', 'un plan')).toEqual([{ kind: 'same', text: 'un plan' }]);
  expect(comparedWords('', '')).toEqual([]);
});
test('shows no change where only typography differs: apostrophes, quotes, spaces, hyphens, accents in two signs', () => {
  const typed = 'l\'eau "propre" : 10% a-t-elle été... oui !';
  const printed = 'l’eau « propre »\u00a0: 10% a\u2011t\u2011elle e\u0301te\u0301… oui\u202f!';
  expect(comparedWords(typed, printed)).toEqual([{ kind: 'same', text: printed }]);
  expect(comparedWords(printed, typed)).toEqual([{ kind: 'same', text: typed }]);
  expect(drawn("l'eau et l'air", 'l’eau, l’air')).toBe('l’eau[- et-][+,+] l’air');
  expect(drawn('oui ?', 'oui !')).toBe('oui[- ?-][+ !+]');
});
const signsOf = (text: string): string => wordsAndSigns(text.replace(/\s+/g, '')).map(pieceKey).join('');

test('gives the second text back to the character, and the first as one reads it', () => {
  const signs = ['un', 'plan', ' ', '.', ',', 'vélo', '😀', '\n', '’', "'", '\u00a0', '«', '»', ' :', '!'];
  const words = fc.array(fc.constantFrom(...signs), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const parts = comparedWords(before, after);
      expect(signsOf(parts.map((part) => (part.kind === 'inserted' ? '' : part.text)).join(''))).toBe(signsOf(before));
      expect(parts.map((part) => (part.kind === 'struck' ? '' : part.text)).join('')).toBe(after);
    }),
  );
});
test('two very long texts with nothing in common are told as replaced whole', () => {
  const long = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join(' ');
  expect(comparedWords(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['struck', 'inserted']);
});
