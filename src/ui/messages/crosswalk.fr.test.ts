import { expect, test } from 'vitest';
import { sinceLine } from './crosswalk.fr.ts';

const since = new Date('2031-03-01T09:00:00Z');

test('what a person confirmed is said to be confirmed; what came with an edition, published', () => {
  expect(sinceLine('overlaps', { reason: 'Les cantines', since })).toBe('Les cantines. Confirmé le 1er mars 2031');
  expect(sinceLine('wider', { reason: '', since })).toBe('confirmé le 1er mars 2031');
  expect(sinceLine('became', { reason: 'Plus clair.', since })).toBe('Plus clair. Publié le 1er mars 2031');
  expect(sinceLine('local-version', { reason: '', since })).toBe('publié le 1er mars 2031');
});
