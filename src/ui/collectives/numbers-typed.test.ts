import { expect, test } from 'vitest';
import { numbersTyped } from './numbers-typed.ts';

test('numbers are read as people list them, in their order', () => {
  expect(numbersTyped(' 15, 1;26 et 3\n4 ')).toEqual([15, 1, 26, 3, 4]);
  expect(numbersTyped('')).toEqual([]);
});

test('anything else is not guessed', () => {
  for (const typed of ['quinze', '15.5', '1-3', '-2', '99999']) expect(numbersTyped(typed)).toBeNull();
});
