import { expect, test } from 'vitest';
import { whatIsBound } from './bound.ts';

const merged = (id: number) => ({ id, merged: { into: 1, on: '2026-03-17' } });

test('a list alone is bound by what it signed', () => {
  const pacts = [
    { id: 7, list: 1, signedOn: null },
    { id: 8, list: 2, signedOn: null },
  ];
  expect(whatIsBound({ id: 1, firstRound: 1 }, [], pacts)).toEqual({ parts: [], whole: [7] });
});

test('a list born of two is bound in part by what one of them signed', () => {
  const bound = whatIsBound(
    { id: 1, firstRound: 2 },
    [merged(2), merged(3)],
    [{ id: 7, list: 2, signedOn: '2026-03-01' }],
  );
  expect(bound).toEqual({
    parts: [
      { list: 2, pacts: [7] },
      { list: 3, pacts: [] },
    ],
    whole: [],
  });
});

test('a list that absorbed another keeps what it signed before for its own people', () => {
  const pacts = [
    { id: 7, list: 1, signedOn: '2026-03-01' },
    { id: 8, list: 1, signedOn: '2026-03-18' },
    { id: 9, list: 1, signedOn: null },
  ];
  expect(whatIsBound({ id: 1, firstRound: 1 }, [merged(2)], pacts)).toEqual({
    parts: [
      { list: 1, pacts: [7, 9] },
      { list: 2, pacts: [] },
    ],
    whole: [8],
  });
});

test('what the merged list signs itself binds everybody', () => {
  const bound = whatIsBound({ id: 1, firstRound: 2 }, [merged(2)], [{ id: 7, list: 1, signedOn: '2026-03-19' }]);
  expect(bound.whole).toEqual([7]);
});
