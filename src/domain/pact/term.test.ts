import { expect, test } from 'vitest';
import { termOpenedIn, yearsOfElections } from './term.ts';

const GENERAL = [
  { kind: 'general', year: 2020, termTo: 2026 },
  { kind: 'general', year: 2026, termTo: 2032 },
] as const;
const THERE = [...GENERAL, { kind: 'by-election', year: 2028, termTo: 2032 }] as const;

test.each([
  [2014, { from: 2014, to: 2020 }],
  [2020, { from: 2020, to: 2026 }],
  [2026, { from: 2026, to: 2032 }],
  // Due by law, in no file yet.
  [2032, { from: 2032, to: 2038 }],
  [2044, { from: 2044, to: 2050 }],
  [2002, null],
  [2023, null],
  [2033, null],
])('an election of %i opens %j', (year, term) => {
  expect(termOpenedIn(year, GENERAL)).toEqual(term);
});

test('what a file says goes before the rule, and a by-election opens a term where it is held', () => {
  const moved = [...GENERAL, { kind: 'general', year: 2032, termTo: 2039 } as const];
  expect(termOpenedIn(2032, moved)).toEqual({ from: 2032, to: 2039 });
  expect(termOpenedIn(2038, moved)).toBeNull();
  expect(termOpenedIn(2028, THERE)).toEqual({ from: 2028, to: 2032 });
  expect(termOpenedIn(2028, GENERAL)).toBeNull();
});

test('a by-election of the same year opens no other term', () => {
  const twice = [{ kind: 'by-election', year: 2026, termTo: 2030 }, ...GENERAL] as const;
  expect(termOpenedIn(2026, twice)).toEqual({ from: 2026, to: 2032 });
});

test('one chooses among those that are known, latest first', () => {
  expect(yearsOfElections(THERE)).toEqual([2028, 2026, 2020, 2014, 2008]);
});
