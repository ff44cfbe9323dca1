import { expect, test } from 'vitest';
import { otherSources, withDepartment } from './charter.fr.ts';

const provenance = {
  kind: 'signed-pact',
  source: { title: 'Pacte signé', publisher: 'Une liste', file: 'documents/pacte.txt', note: '' },
  note: 'Relu.',
} as const;

test('where levels come from is said once, and for which levels when not for all', () => {
  expect(otherSources([1, 2, 3].map((level) => ({ level, provenance })))).toHaveLength(1);
  const [some] = otherSources([{ level: 1 }, { level: 2, provenance }, { level: 3, provenance }]);
  expect(some).toMatch(/^Niveau 2 et Niveau 3\. Ces mots/);
  expect(otherSources([{ level: 1 }])).toEqual([]);
});

test('namesakes are told apart by their département, overseas too', () => {
  expect(withDepartment({ name: 'Champigny', code: '51118' })).toBe('Champigny (51)');
  expect(withDepartment({ name: 'Saint-Denis', code: '97411' })).toBe('Saint-Denis (974)');
});
