import { expect, test } from 'vitest';
import { keptFor } from './kept-for.ts';

test('a page at the one address of the site may be kept by anybody', () => {
  expect(keptFor({ publicOrigin: 'https://parole.example' })).toBe('public, max-age=60');
});

test('a page that believed the host it was asked under is for that visitor alone', () => {
  expect(keptFor({ publicOrigin: null })).toBe('private, max-age=60');
});
