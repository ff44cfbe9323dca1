import { expect, test } from 'vitest';
import { offersOf } from '#domain/plan/indicator-offer.ts';
import { readIndicatorWords } from '#domain/plan/indicator.ts';
import { ofYear } from '#domain/plan/period.ts';
import { loadEditions } from '#server/charters.ts';
import { clauseQuoted, numberIn, offerLine, offerWords, periodIn, standingIn } from './indicators.fr.ts';

test('whatever a charter offers to count makes an indicator at once: a title and a unit that fit', () => {
  const offers = loadEditions().flatMap((edition) =>
    offersOf(edition, { population: 12_000, signed: () => ({ kind: 'as-charter' }) }),
  );
  expect(offers).not.toEqual([]);
  for (const offer of offers) {
    const words = { ...offerWords(offer.counted), source: '', description: '', goal: offer.goal };
    expect(readIndicatorWords(words), JSON.stringify(words)).toMatchObject({ ok: true });
    expect(offerLine(offer, words.unit)).not.toMatch(/undefined|NaN|null/);
  }
});

test('where the list signed other words, both are said', () => {
  const signed = { quote: 'Au moins 75% de bio', signed: 'Au moins 60 % de bio' };
  expect(clauseQuoted(signed)).toBe('« Au moins 75% de bio », signé ici « Au moins 60 % de bio »');
  expect(clauseQuoted({ ...signed, signed: null })).toBe('« Au moins 75% de bio »');
});

test('a year is said as a year, a month as a month, and what has no date says so', () => {
  expect(periodIn(ofYear(2027))).toBe('2027');
  expect(periodIn({ on: '2027-03-31', precision: 'month' })).toBe('mars 2027');
  expect(periodIn({ on: '2027-06-01', precision: 'day' })).toBe('1er juin 2027');
  expect(periodIn(null)).toBe('sans date');
});

test('one or none of what is counted in the plural is no fault of French', () => {
  expect(numberIn(1, 'projets par an')).toBe('1 (projets par an)');
  expect(numberIn(14, 'projets par an')).toBe('14\u00a0projets par an');
  expect(numberIn(1, '%')).toBe('1\u00a0%');
  expect(numberIn(1.5, 'fois')).toBe('1,5\u00a0fois');
});

test('where it stands is said with its date and its target; what was not measured is unknown, never zero', () => {
  const of = { unit: 'toilettes', goal: 'at-least' } as const;
  const result = { kind: 'result', territory: '', period: ofYear(2027), value: 12 } as const;
  const target = { kind: 'target', territory: '', period: null, value: 23 } as const;
  expect(standingIn({ territory: '', result, target, reached: false }, of)).toBe(
    '12\u00a0toilettes (2027), objectif : au moins 23\u00a0toilettes',
  );
  expect(standingIn({ territory: '', result: null, target, reached: null }, of)).toMatch(/^résultat inconnu/);
});
