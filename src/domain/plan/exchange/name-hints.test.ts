import { expect, test } from 'vitest';
import { looksLikePerson } from './name-hints.ts';

test.each([
  'Jeanne Dupont',
  'DUPONT Jeanne',
  'J. Dupont (ADEME)',
  'Mme Le Goff',
  'M. Martin',
  'Anne de La Tour',
  'a@b.fr',
])('« %s » may be somebody’s name', (name) => {
  expect(looksLikePerson(name)).toBe(true);
});

test.each([
  'Zero Waste France',
  'Théâtre de Saint-Maur.',
  'Service Jeunesse',
  'Maison Jean Moulin',
  'ADEME',
  'la ville',
])('« %s » is nobody’s', (name) => {
  expect(looksLikePerson(name)).toBe(false);
});
