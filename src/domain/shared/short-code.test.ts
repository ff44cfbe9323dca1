import { expect, test } from 'vitest';
import { shortCode, shownCode, typedCode } from './short-code.ts';

const CODE = shortCode(Uint8Array.from([0, 31, 32, 255, 7, 8, 9, 10, 11, 200]));

test('is ten characters, shown in two halves', () => {
  expect(CODE).toBe('0Z0Z789AB8');
  expect(shownCode(CODE)).toBe('0Z0Z7-89AB8');
});

test('is read however it was typed', () => {
  expect(typedCode(' 0z0z7-89ab8 ')).toBe(CODE);
  expect(typedCode('OZOZ7 89AB8')).toBe(CODE);
  expect(typedCode('IL00000000')).toBe('1100000000');
});

test('is not guessed from anything else', () => {
  for (const typed of ['', '0Z0Z7-89AB', '0Z0Z7-89AB8C', '0Z0Z7-89ABU', 'é'.repeat(10)])
    expect(typedCode(typed)).toBeNull();
});

test('too little chance is a mistake of ours', () => {
  expect(() => shortCode(new Uint8Array(9))).toThrow(RangeError);
});
