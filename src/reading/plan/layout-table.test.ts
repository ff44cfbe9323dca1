/** Tables whose columns are parted by blanks only, as a PDF is often given. */
import { expect, test } from 'vitest';
import { planLikelihood } from './plan-likelihood.ts';
import { readPlan } from './read-plan.ts';
import { lostCharacters } from './testing/compare.ts';

const TABLE = `Plan local de prévention des déchets

N°     Action                                  Maître d'ouvrage      Échéance     Coût
1      Distribuer 500 composteurs              Syndicat              2023         40 000 €
2      Promouvoir le broyage                   Communes, Syndicat    2023-2024
       à domicile
3      Soutenir les ateliers de réparation     MJC                   Permanent    2 000 €/an
Page 4
N°     Action                                  Maître d'ouvrage      Échéance     Coût
4      Réemploi en déchèterie                  Association           2025         À chiffrer

Ce tableau sera revu chaque année par le comité de suivi.
`;
const read = readPlan(TABLE);

test('are read a row for each action', () => {
  expect(read.actions.map((one) => [one.number, one.title])).toEqual([
    ['1', 'Distribuer 500 composteurs'],
    ['2', 'Promouvoir le broyage à domicile'],
    ['3', 'Soutenir les ateliers de réparation'],
    ['4', 'Réemploi en déchèterie'],
  ]);
  expect(read.actions.map(({ fields }) => [fields.leads, fields.calendar, fields.means])).toEqual([
    ['Syndicat', '2023', '40 000 €'],
    ['Communes, Syndicat', '2023-2024', null],
    ['MJC', 'Permanent', '2 000 €/an'],
    ['Association', '2025', 'À chiffrer'],
  ]);
});

test('lose nothing, and leave the sentence below them unread', () => {
  expect(lostCharacters(read)).toBe('');
  expect(read.unread.map((one) => one.text)).toContain('Ce tableau sera revu chaque année par le comité de suivi.');
});

test('are known for a plan', () => {
  expect(planLikelihood(TABLE)).toBeGreaterThanOrEqual(0.5);
});
