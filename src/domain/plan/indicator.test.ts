import { expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { readIndicatorWords, standings, type IndicatorValue } from './indicator.ts';
import { offersOf } from './indicator-offer.ts';
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

const PACT = loadEditions().find(({ id }) => id === 'pacte-transition-2020');

test('a toilet for 3,500 inhabitants is offered as 23 toilets in Champigny, with the words it comes from', () => {
  if (PACT === undefined) throw new Error('no edition');
  const offers = offersOf(PACT, { population: 78_072 });
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
  const known = offersOf(PACT, { population: 78_072 });
  const unknown = offersOf(PACT, { population: null });
  expect(unknown).toHaveLength(known.length);
  const toilets = unknown.find(({ counted }) => counted.of === 'unit' && counted.unit === 'public-toilet');
  expect(toilets?.target).toBeNull();
});

test('every offer of every charter known has a figure that is a number, or none', () => {
  const offers = loadEditions().flatMap((edition) => offersOf(edition, { population: 12_000 }));
  expect(offers.filter(({ target }) => target !== null)).not.toEqual([]);
  for (const { target, quote } of offers) {
    expect(quote).not.toBe('');
    if (target !== null) expect(Number.isFinite(target.value)).toBe(true);
  }
});
