/** Tables of actions: columns parted by blanks only, sums without their unit, tables that sum up the sheets. */
import { describe, expect, test } from 'vitest';
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

test('sums whose unit stands in the head of their column are sums', () => {
  const { actions } = readPlan(
    "Plan vélo\nN°\tAction\tMaître d'ouvrage\tÉchéance\tCoût (€ HT)\n1\tPiste\tCommune\t2024\t120 000\n2\tArceaux\tCommune\t2024\t8 500,50\n3\tComptage\tCommune\t2025\tà chiffrer\n4\tJalons\tCommune\t2025\t5 000 à 7 000\n",
  );
  expect(actions.map(({ amounts }) => amounts.map(({ text, euros }) => [text, euros]))).toEqual([
    [['120 000', 120_000]],
    [['8 500,50', 8_500.5]],
    [],
    [],
  ]);
});

describe('a table that sums up the sheets', () => {
  const sheet = (number: string, title: string): string =>
    `Fiche action ${number} : ${title}\nContexte : chaud\nPilote : ST\nCalendrier : 2022\n`;
  const table =
    'Synthèse\nN°\tIntitulé\tPilote\tÉchéance\n1.1\tComposter\tST\t2022\n1.2\tBroyer\tST\t2023\n1.3\tRéparer\tCCAS\t2024\n';
  const made = sheet('1.1', 'Composter') + sheet('1.2', 'Broyer') + sheet('1.2', 'Réparer');

  test.each([
    ['before them', `${table}\n${made}`],
    ['after them', `${made}\n${table}`],
  ])('%s tells which of two equal numbers is the right one', (_place, text) => {
    const read = readPlan(text);
    expect(read.actions.map(({ number, title, fields }) => [number, title, fields.calendar])).toEqual([
      ['1.1', 'Composter', '2022'],
      ['1.2', 'Broyer', '2022'],
      ['1.3', 'Réparer', '2022'],
    ]);
    expect(read.warnings.map(({ code }) => code)).toEqual(['duplicate-number']);
    expect(lostCharacters(read)).toBe('');
  });
});
