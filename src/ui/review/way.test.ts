import { expect, test } from 'vitest';
import type { ProposalRow } from './rows.ts';
import { wayFrom } from './way.ts';

const row = (id: string, state: ProposalRow['state']): ProposalRow => ({
  id,
  kind: 'commitment',
  short: id,
  title: '',
  state,
  stateWord: '',
  stance: null,
  levels: [],
});
const ROWS = [row('a', 'waiting'), row('b', 'read'), row('c', 'confirmed'), row('d', 'waiting')];
const ids = ({ previous, next, toCheck }: ReturnType<typeof wayFrom>) => [previous?.id, next?.id, toCheck?.id];

test('goes one by one, and to the next that needs a look', () => {
  expect(ids(wayFrom(ROWS, 'b'))).toEqual(['a', 'c', 'd']);
  expect(ids(wayFrom(ROWS, 'a'))).toEqual([undefined, 'b', 'd']);
});

test('after the last, what needs a look is sought from the beginning, never the one that is open', () => {
  expect(ids(wayFrom(ROWS, 'd'))).toEqual(['c', undefined, 'a']);
  expect(ids(wayFrom(ROWS.slice(0, 2), 'a'))).toEqual([undefined, 'b', undefined]);
});

test('an answer leads to what waits; after the last that waited the work is over, whatever stands after it', () => {
  const onward = (rows: readonly ProposalRow[], id: string) => wayFrom(rows, id).onward?.id ?? null;
  expect(onward(ROWS, 'd')).toBe('a');
  expect(onward(ROWS.slice(0, 3), 'a')).toBeNull();
  // Who reads one by one, with nothing left that waits, goes on reading.
  expect(onward(ROWS.slice(1, 3), 'b')).toBe('c');
  expect(onward(ROWS.slice(1, 3), 'c')).toBeNull();
});
