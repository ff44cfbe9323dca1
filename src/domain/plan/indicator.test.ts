import { expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { readIndicatorWords, standings, type IndicatorValue } from './indicator.ts';
import { offersOf } from './indicator-offer.ts';
import { targetAsSigned } from './signed-target.ts';
import { ofYear } from './period.ts';

const value = (kind: 'result' | 'target', year: number | null, number: number, territory = ''): IndicatorValue => ({
  kind,
  territory,
  period: year === null ? null : ofYear(year),
  value: number,
});

test('a figure stands against the target of its time: the next one, then the last one, then the one without a date', () => {
  const values = [
    value('result', 2026, 12),
    value('target', 2025, 10),
    value('target', 2028, 20),
    value('target', null, 23),
  ];
  expect(standings(values, 'at-least')).toMatchObject([
    { result: { value: 12 }, target: { value: 20 }, reached: false },
  ]);
  const late = [value('result', 2030, 21), value('target', 2028, 20), value('target', null, 23)];
  expect(standings(late, 'at-least')).toMatchObject([{ target: { value: 20 }, reached: true }]);
  expect(standings([value('result', 2030, 21), value('target', null, 23)], 'at-least')).toMatchObject([
    { target: { value: 23 }, reached: false },
  ]);
});

test('which way is better decides what is reached; nobody said, nothing measured or nothing aimed at: it cannot be said', () => {
  const values = [value('result', 2026, 12), value('target', null, 20)];
  expect(standings(values, 'at-most')[0]?.reached).toBe(true);
  expect(standings(values, null)[0]?.reached).toBeNull();
  expect(standings([value('target', null, 20)], 'at-least')[0]).toMatchObject({ result: null, reached: null });
  expect(standings([value('result', 2026, 0)], 'at-least')[0]).toMatchObject({ target: null, reached: null });
});

test('each territory stands alone, the whole place first', () => {
  const values = [value('result', 2026, 3, 'Mûriers'), value('result', 2026, 12), value('result', 2026, 4, 'École')];
  expect(standings(values, null).map(({ territory }) => territory)).toEqual(['', 'École', 'Mûriers']);
});

test('words are cleaned and bounded; a title and a unit are needed', () => {
  const words = {
    title: '  Toilettes\npubliques ',
    unit: ' toilettes',
    source: '',
    description: ' a\r\nb ',
    goal: null,
  };
  expect(readIndicatorWords(words)).toMatchObject({
    ok: true,
    value: { title: 'Toilettes publiques', unit: 'toilettes', description: 'a\nb' },
  });
  expect(readIndicatorWords({ ...words, unit: ' ' })).toMatchObject({ refusal: { kind: 'no-unit' } });
  expect(readIndicatorWords({ ...words, title: '' })).toMatchObject({ refusal: { kind: 'no-title' } });
  expect(readIndicatorWords({ ...words, source: 'x'.repeat(301) })).toMatchObject({
    refusal: { kind: 'too-long', field: 'source', limit: 300 },
  });
});

const AS_CHARTER = () => ({ kind: 'as-charter' }) as const;
const PACT = loadEditions().find(({ id }) => id === 'pacte-transition-2020');

test('a toilet for 3,500 inhabitants is offered as 23 toilets in Champigny, with the words it comes from', () => {
  if (PACT === undefined) throw new Error('no edition');
  const offers = offersOf(PACT, { population: 78_072, signed: AS_CHARTER });
  const toilets = offers.find(({ counted }) => counted.of === 'unit' && counted.unit === 'public-toilet');
  expect(toilets).toMatchObject({ goal: 'at-least', target: { value: 23, period: null } });
  const clause = PACT.measures
    .find(({ number }) => number === toilets?.measure)
    ?.levels.find(({ level }) => level === toilets?.level)
    ?.clauses.find((one) => one.clause === toilets?.clause);
  expect(clause?.text).toContain(toilets?.quote);
});

test('where the number of inhabitants is unknown the figure is left out, not the indicator', () => {
  if (PACT === undefined) throw new Error('no edition');
  const known = offersOf(PACT, { population: 78_072, signed: AS_CHARTER });
  const unknown = offersOf(PACT, { population: null, signed: AS_CHARTER });
  expect(unknown).toHaveLength(known.length);
  const toilets = unknown.find(({ counted }) => counted.of === 'unit' && counted.unit === 'public-toilet');
  expect(toilets?.target).toBeNull();
});

test('every offer of every charter known has a figure that is a number, or none', () => {
  const offers = loadEditions().flatMap((edition) => offersOf(edition, { population: 12_000, signed: AS_CHARTER }));
  expect(offers.filter(({ target }) => target !== null)).not.toEqual([]);
  for (const { target, quote } of offers) {
    expect(quote).not.toBe('');
    if (target !== null) expect(Number.isFinite(target.value)).toBe(true);
  }
});

test('where other words were signed, theirs is the target, never the charter’s; what cannot be told has none', () => {
  if (PACT === undefined) throw new Error('no edition');
  const charter = PACT;
  const meals = (text: string) =>
    offersOf(charter, {
      population: 78_072,
      signed: ({ measure, level }) =>
        measure === 7 && level === 2 ? { kind: 'own-words', text } : { kind: 'left-out' },
    }).map(({ quote, signed, target }) => [quote, signed, target?.value ?? null]);
  expect(meals('Au moins 60 % de bio et (local et/ou équitable) et 2 repas végétariens par semaine.')).toEqual([
    ['Au moins 75% de bio', 'Au moins 60 % de bio', 60],
    ['2 repas végétariens par semaine', null, 2],
  ]);
  const other =
    'Autant de bio que possible, au plus 1,5 repas végétariens par semaine, puis 2 repas végétariens par semaine';
  expect(meals(other)).toEqual([
    ['Au moins 75% de bio', other, null],
    ['2 repas végétariens par semaine', other, null],
  ]);
});

test('a year that was changed is the one signed; a figure that is none of the target’s is left to a person', () => {
  const energy = {
    kind: 'reduction',
    percent: 40,
    subject: 'municipal-energy-use',
    when: { kind: 'in-year', year: 2030 },
    quote: "réduire de 40% l'énergie en 2030",
  } as const;
  expect(targetAsSigned(energy, 'Réduire de 30 % l’énergie en 2032, puis encore.')?.target).toMatchObject({
    percent: 30,
    when: { kind: 'in-year', year: 2032 },
  });
  const toilets = {
    kind: 'one-per-inhabitants',
    inhabitants: 3500,
    unit: 'public-toilet',
    within: 'commune',
    quote: '1 toilette pour 3500 habitant·es',
  } as const;
  expect(targetAsSigned(toilets, '1 toilette pour 5 000 habitant·es')?.target).toMatchObject({ inhabitants: 5000 });
  expect(targetAsSigned(toilets, '2 toilette pour 3500 habitant·es')).toBeNull();
});
