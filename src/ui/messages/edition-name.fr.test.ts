import { expect, test } from 'vitest';
import { editionName } from './edition-name.fr.ts';

test('an edition is named by its title and its year, each once', () => {
  expect(editionName({ title: 'Pacte pour la Transition', year: 2020 })).toBe('Pacte pour la Transition 2020');
  expect(editionName({ title: 'Pacte pour la Transition 2032', year: 2032 })).toBe('Pacte pour la Transition 2032');
  expect(editionName({ title: '10 propositions pour 2020.', year: 2020 })).toBe('10 propositions pour 2020');
});

test('another year, or a number that holds the year, is not its year', () => {
  expect(editionName({ title: 'Bilan de 2020', year: 2026 })).toBe('Bilan de 2020 2026');
  expect(editionName({ title: 'Pacte des 12020 arbres', year: 2020 })).toBe('Pacte des 12020 arbres 2020');
});
