import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('keeps letters and digits, without accents nor ligatures', () => {
  expect(slugOf('CHAMPIGNY ALTERNANCE – Œuvrons à l’été 2020 !')).toBe('champigny-alternance-oeuvrons-a-l-ete-2020');
});

test('never ends with a hyphen, even when cut', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
});

test('is empty for a name without any letter of ours', () => {
  expect(slugOf('★ ★')).toBe('');
});
