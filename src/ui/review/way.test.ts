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
