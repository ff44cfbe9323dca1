import { expect, test } from 'vitest';
import { whenLine } from './deadlines.fr.ts';

const words = { kind: 'pact-words', edition: 'e', item: 'l1', quote: '', list: null } as const;

test.each([
  ['2022-09-01', 'day', false, '1er septembre 2022'],
  ['2023-06-30', 'month', false, 'fin juin 2023'],
  ['2030-12-31', 'year', false, 'fin 2030'],
  ['2024-01-01', 'day', true, 'à partir du 1er janvier 2024'],
  ['2024-08-01', 'month', true, 'à partir d’août 2024'],
  ['2024-01-01', 'year', true, 'à partir de 2024'],
] as const)('%s, to the %s (a beginning: %s), is said %s', (on, precision, from, said) => {
  expect(whenLine({ on, precision, about: { ...words, from } })).toBe(said);
});
