import { expect, test } from 'vitest';
import { crossReferences } from './cross-references.ts';

test('each number of a shared quotation becomes its own link, and nothing of the text is lost', () => {
  const text = 'selon les mesures 15, 16 et 17 du pacte, 16 logements';
  const quote = 'mesures 15, 16 et 17';
  const pieces = crossReferences(
    text,
    [17, 15, 16].map((measure) => ({ measure, quote })),
  );
  expect(pieces.flatMap((piece) => piece.measure ?? [])).toEqual([15, 16, 17]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('a quotation without its number is a link as a whole', () => {
  expect(crossReferences('voir plus haut.', [{ measure: 1, quote: 'voir plus haut' }])[0]).toEqual({
    text: 'voir plus haut',
    measure: 1,
  });
});

test('a quotation that is not in the text makes no link', () => {
  expect(crossReferences('rien', [{ measure: 1, quote: 'mesure 1' }])).toEqual([{ text: 'rien', measure: null }]);
});
