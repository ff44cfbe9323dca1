import { expect, test } from 'vitest';
import { withHiddenSigns } from './shown-signs.ts';

test('shows what would turn the words around or hide between them', () => {
  expect(withHiddenSigns('pris\u202erefusé')).toBe('pris[U+202E]refusé');
  expect(withHiddenSigns('a\u200bb\u2066c\u0000d\ufeff')).toBe('a[U+200B]b[U+2066]c[U+0000]d[U+FEFF]');
  expect(withHiddenSigns('lone \ud800')).toBe('lone [U+D800]');
});
test('leaves ordinary French as it is, line breaks and spaces included', () => {
  const text = 'Œuvre « à » 20 %\u202f! N°\u00a01\n\tl’été\r\n…';
  expect(withHiddenSigns(text)).toBe(text);
});
test('leaves emoji whole', () => {
  expect(withHiddenSigns('👩‍🌾')).toBe('👩‍🌾');
});
