import { describe, expect, test } from 'vitest';
import { endOfMandate, phaseOn, type Election } from './election.ts';

const SOURCE = { title: 'exemple', url: null, note: '' };
const election = (id: string, year: number, first: string | null, second: string | null): Election => ({
  id,
  kind: 'general',
  year,
  municipality: null,
  rounds: [
    { round: 1, heldOn: first },
    { round: 2, heldOn: second },
  ],
  termTo: year + 6,
  source: SOURCE,
});
const IN_2020 = election('municipales-2020', 2020, '2020-03-15', '2020-06-28');
const IN_2026 = election('municipales-2026', 2026, '2026-03-15', '2026-03-22');
const IN_2032 = election('municipales-2032', 2032, null, null);

test('the day of a round still belongs to what comes before it', () => {
  const days = ['2026-03-14', '2026-03-15', '2026-03-16', '2026-03-22', '2026-03-23'];
  expect(days.map((day) => phaseOn(IN_2026, day))).toEqual([
    'before',
    'before',
    'between-rounds',
    'between-rounds',
    'after',
  ]);
});

test('nobody knows where an election without a day stands', () => {
  expect(phaseOn(IN_2032, '2031-12-31')).toBe('unknown');
});

test('an election decided in one round is over the day after', () => {
  expect(phaseOn(election('p', 2023, '2023-09-24', null), '2023-09-25')).toBe('after');
});

describe('a mandate', () => {
  const all = [IN_2032, IN_2020, IN_2026];
  test('ends with the next general election', () => {
    expect(endOfMandate(IN_2020, all)).toEqual({ year: 2026, on: '2026-03-22' });
  });
  test('ends in a year whose day is not set yet', () => {
    expect(endOfMandate(IN_2026, all)).toEqual({ year: 2032, on: null });
  });
  test('ends earlier when the council is elected again in between', () => {
    const partial = { ...election('partielle', 2023, '2023-09-24', null), kind: 'by-election' as const };
    expect(endOfMandate(IN_2020, [...all, partial])).toEqual({ year: 2023, on: '2023-09-24' });
    expect(endOfMandate(partial, [...all, partial])).toEqual({ year: 2026, on: '2026-03-22' });
  });
  test('is not ended by an election of the same year whose day nobody set', () => {
    const undated = election('partielle', 2020, null, null);
    expect(endOfMandate(IN_2020, [...all, undated])).toEqual({ year: 2026, on: '2026-03-22' });
  });
  test('ends as its election foresaw when no other is known', () => {
    expect(endOfMandate(IN_2026, [IN_2026])).toEqual({ year: 2032, on: null });
  });
});
