import { describe, expect, test } from 'vitest';
import type { AgreedStance } from './agreed-text.ts';
import { agreedTally, levelStance } from './agreed-stances.ts';
import { champignyAgreedText } from './testing/champigny-agreed-text.ts';

const level = (...kinds: AgreedStance['kind'][]): ReturnType<typeof levelStance> =>
  levelStance(
    kinds.map((kind) => ({ stance: kind === 'delegated' ? { kind, body: 'la métropole', siren: null } : { kind } })),
  );

describe('a level', () => {
  test('is what all its clauses are', () => {
    expect(level('accepted', 'accepted')).toBe('accepted');
    expect(level('refused')).toBe('refused');
    expect(level('delegated')).toBe('delegated');
  });
  test('is taken in part when a clause is excepted or left to others', () => {
    expect(level('accepted', 'excepted')).toBe('partial');
    expect(level('accepted', 'delegated')).toBe('partial');
  });
  test('of which nothing is taken is never shown as taken in part', () => {
    expect(level('refused', 'excepted')).toBe('refused');
    expect(level('refused', 'delegated')).toBe('delegated');
  });
  test('without a clause says nothing', () => {
    expect(level()).toBe('unspecified');
  });
});

test('counts what is promised, what is not, and what was changed', () => {
  expect(agreedTally(champignyAgreedText())).toEqual({
    promised: 12,
    notPromised: 2,
    levels: 22,
    amended: 1,
    delegated: 3,
    principles: 3,
    local: 1,
  });
});
