import { expect, test } from 'vitest';
import { collectivesCharter, parseCharter } from './collectives-charter.ts';

test('has a version, and says what it asks in parts', () => {
  const { version, opening, parts } = collectivesCharter();
  expect(version).toMatch(/^\d{4}-\d{2}$/);
  expect(opening).toHaveLength(1);
  expect(parts.map(({ title }) => title)).toEqual([
    'Indépendance',
    'Transparence',
    'Respect',
    'Décisions partagées',
    'Données personnelles',
    'Et si ces règles ne sont pas tenues ?',
  ]);
  expect(parts.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
});

test('without a version it is none', () => {
  expect(() => parseCharter('# Charte\n\nTexte')).toThrow('no version');
});
