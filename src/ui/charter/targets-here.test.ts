import { expect, test } from 'vitest';
import type { SignedLevel } from '#domain/pact/commitment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { editionById } from '#server/charters.ts';
import { targetsHere } from './targets-here.ts';

const cycling = editionById('pacte-transition-2020')?.measures.find(({ number }) => number === 15);
const level = (stance: Stance, money?: Stance, text?: string): SignedLevel => ({
  level: 3,
  stance,
  wording: 'same',
  quotations: [],
  clauses:
    money === undefined
      ? []
      : [
          {
            clause: 3,
            stance: money,
            wording: text === undefined ? 'same' : 'amended',
            changes: [],
            quotations: text === undefined ? [] : [{ start: 0, end: text.length, text }],
          },
        ],
});
const signed = (...levels: readonly SignedLevel[]) => ({ stance: 'accepted', levels }) as const;
const here = (...pacts: readonly ReturnType<typeof signed>[]) => {
  if (cycling === undefined) throw new Error('no measure 15');
  return targetsHere(cycling, { population: 9140, signed: pacts }).find((line) => line.startsWith('N3')) ?? '';
};

test('the target of a clause says what it means here, as the charter does', () => {
  expect(here()).toMatch(/228.500/);
  expect(here()).not.toContain('pacte');
  expect(here(signed(level('accepted')))).toBe(here());
});

test('a target that the pact refused, or of a level that it did not take, is not said to be promised', () => {
  for (const pact of [signed(level('partial', 'refused')), signed(level('refused'))])
    expect(here(pact)).toBe(`${here()} (pas pris dans le pacte)`);
  expect(here(signed(level('accepted', 'accepted', '10 € par habitant')))).toBe(
    `${here()} (le pacte le dit avec d’autres mots)`,
  );
});

test('of several lists, one that took it is enough', () => {
  expect(here(signed(level('partial', 'refused')), signed(level('accepted')))).toBe(here());
});
