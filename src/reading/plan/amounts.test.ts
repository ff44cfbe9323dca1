import { expect, test } from 'vitest';
import { amountsIn } from './amounts.ts';
import { plainText } from './plain-text.ts';

const read = (text: string) =>
  amountsIn(plainText(text, { start: 0, end: text.length })).map(({ text: written, euros }) => [written, euros]);

test.each([
  ["Adhésion d'une ville entre 50 000 et 100 000 habitants = 650€", [['650€', 650]]],
  ['Budget, entre 1 300 et 2 100€ par mois, avec un engagement', [['entre 1 300 et 2 100€ par mois', null]]],
  ["Soutien financier de l'état de 50 000€ par poste sur 24 mois. (dont", [['50 000€ par poste sur 24 mois', null]]],
  ['15 000 euros HT', [['15 000 euros HT', 15_000]]],
  ['12 500,50 € TTC', [['12 500,50 € TTC', 12_500.5]]],
  [
    '20 k€ puis 1,2 M€',
    [
      ['20 k€', 20_000],
      ['1,2 M€', 1_200_000],
    ],
  ],
  ["1,5 million d'euros", [["1,5 million d'euros", 1_500_000]]],
  ['3 millions d’€', [['3 millions d’€', 3_000_000]]],
  ['50 K€ HT / an', [['50 K€ HT / an', null]]],
  ['environ 80 000 €', [['environ 80 000 €', null]]],
  ['de 10 000 à 20 000 €', [['de 10 000 à 20 000 €', null]]],
  ['10 000 € – 20 000 €', [['10 000 € – 20 000 €', null]]],
  ['60 000 € sur 3 ans', [['60 000 € sur 3 ans', 60_000]]],
  ['25 € par habitant et par an', [['25 € par habitant et par an', null]]],
  ['1.000.000 €', [['1.000.000 €', 1_000_000]]],
  ['€€', [['€€', null]]],
  ['Coût : €€€ (élevé)', [['€€€', null]]],
  ['en 2021 10 000 €', [['10 000 €', 10_000]]],
  ['10 000 habitants, 400 m2, 100 %', []],
  ['A définir', []],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('blanks that do not break are blanks', () => {
  expect(read('1\u202f300\u00a0€')).toEqual([['1 300 €', 1_300]]);
});
