import { expect, test } from 'vitest';
import { outcomesFromSeats } from './candidate-list.ts';
import { maskedEmail } from './role-request.ts';

test('most seats is the majority, any seat the opposition, none is not elected', () => {
  const lists = [
    { id: 1, seats: 8 },
    { id: 2, seats: 31 },
    { id: 3, seats: 0 },
  ];
  expect([...outcomesFromSeats(lists)]).toEqual([
    [1, 'opposition'],
    [2, 'majority'],
    [3, 'not-elected'],
  ]);
});

test('seats that are missing or shared decide nothing', () => {
  expect(
    outcomesFromSeats([
      { id: 1, seats: 8 },
      { id: 2, seats: null },
    ]).size,
  ).toBe(0);
  expect(
    outcomesFromSeats([
      { id: 1, seats: 8 },
      { id: 2, seats: 8 },
    ]).size,
  ).toBe(0);
  expect(outcomesFromSeats([]).size).toBe(0);
});

test('an address is shown so that one recognises it and cannot write to it', () => {
  expect(maskedEmail('mairie@ville-x.fr')).toBe('m…@ville-x.fr');
});
