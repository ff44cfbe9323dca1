/** How councils date, number, report and decide. */
import { describe, expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';

const SHEETS = [1, 2]
  .map((number) => `Action ${number} : Planter\nPilote : Voirie\nBudget : 10 000 €\nCalendrier : 2024\n`)
  .join('\n');
const council = (notice: string) => readPlan(`${notice}\n\n${SHEETS}`).council;

describe('the item', () => {
  test.each([
    ['CONSEIL MUNICIPAL DU 30 JUIN 2021 POINT N°3', '3'],
    ['Délibération n° 2024-031', '2024-031'],
    ['DÉLIBÉRATION N° 23-09-28/14', '23-09-28/14'],
    ['Délibération n°DEL2023_118', 'DEL2023_118'],
    ['Délibération numéro 45', '45'],
    ["Point 12 de l'ordre du jour", '12'],
    ["Point n° 7 à l'ordre du jour", '7'],
  ])('of "%s" is %s', (notice, item) => {
    expect(council(notice).item).toBe(item);
  });

  test('is the one on the agenda when the deliberation has a number too', () => {
    expect(council('Délibération n° 2024-031\nPoint n° 4').item).toBe('4');
  });

  test('is not the number of an earlier deliberation', () => {
    expect(council('Vu la délibération n° 2019-12 du 3 mars 2019 relative au climat,').item).toBeNull();
  });
});

describe('the date', () => {
  test.each([
    ['Séance du 12 mars 2024', '12 mars 2024'],
    ['SÉANCE DU JEUDI 28 SEPTEMBRE 2023', '28 SEPTEMBRE 2023'],
    ['Conseil communautaire – 14 décembre 2022', '14 décembre 2022'],
    ['Réunion du 1er février 2023', '1er février 2023'],
    ["L'an deux mil vingt-trois, le jeudi 28 septembre, le conseil municipal s'est réuni", null],
    ["Vu l'avis de la commission du 20 février 2024,", null],
    ['Vu la délibération du conseil municipal du 3 mars 2019,', null],
    ['Considérant la délibération du 3 mars 2019,', null],
  ])('of "%s" is %s', (notice, date) => {
    expect(council(notice).date).toBe(date);
  });

  test('is that of the meeting, not of a deliberation that it recalls', () => {
    expect(council('Vu la délibération du 3 mars 2019,\nSéance du 12 mars 2024').date).toBe('12 mars 2024');
  });
});

describe('the decision', () => {
  test.each([
    ['ADOPTE le plan vélo 2024-2030 annexé à la présente.', 'ADOPTE le plan vélo 2024-2030 annexé à la présente.'],
    ["- d'approuver le plan d'actions ;", "- d'approuver le plan d'actions ;"],
    [
      "Le conseil municipal, à l'unanimité, approuve le plan d'actions climat.",
      "Le conseil municipal, à l'unanimité, approuve le plan d'actions climat.",
    ],
    [
      'Le plan climat est adopté par 33 voix pour et 6 abstentions.',
      'Le plan climat est adopté par 33 voix pour et 6 abstentions.',
    ],
    ["Adopté à l'unanimité", "Adopté à l'unanimité"],
    ['La ville a adopté un plan vélo en 2018.', null],
  ])('of "%s" is %s', (notice, decision) => {
    expect(council(notice).decision).toBe(decision);
  });
});

describe('the rapporteur', () => {
  test.each([
    ['Rapporteur : Mme Sophie LEROUX, adjointe', 'Mme Sophie LEROUX, adjointe'],
    ['RAPPORTEUR : M. LE MAIRE', 'M. LE MAIRE'],
    ['Rapporteure : Anna Petit', 'Anna Petit'],
    ['Rapporteur·e : Anna Petit', 'Anna Petit'],
    ['Rapporteurs\tMme Petit et M. Roy', 'Mme Petit et M. Roy'],
    ['Mme Durand, rapporteure, expose :', null],
  ])('of "%s" is %s', (notice, rapporteur) => {
    expect(council(notice).rapporteur).toBe(rapporteur);
  });
});

test('one line may hold the date, the item and the rapporteur', () => {
  expect(council('Conseil municipal du 4 juillet 2022 – Point n° 6 – Rapporteur : Mme Roy')).toMatchObject({
    date: '4 juillet 2022',
    item: '6',
    rapporteur: 'Mme Roy',
  });
});
