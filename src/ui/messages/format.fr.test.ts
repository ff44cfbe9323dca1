import { expect, test } from 'vitest';
import { a, count, day, dayOf, de, dePlace, figure } from './format.fr.ts';

test('thousands are set apart by a space that cannot break', () => {
  expect(figure(78072)).toBe('78\u202f072');
});
test('zero and one are singular', () => {
  expect([0, 1, 2].map((n) => count(n, 'mesure', 'mesures'))).toEqual(['0 mesure', '1 mesure', '2 mesures']);
});
test('a day is written out, the first of a month as "1er"', () => {
  expect(day('2029-06-03')).toBe('3 juin 2029');
  expect(day('2021-07-01')).toBe('1er juillet 2021');
  expect(day('printemps')).toBe('printemps');
});
test('an instant is dated in France: late on the 31st in London is the 1st in Paris', () => {
  expect(dayOf(new Date('2026-08-31T22:30:00Z'))).toBe('1er septembre 2026');
});
test('names of places contract as they are spoken', () => {
  expect([
    a('Le Havre'),
    a('Les Mureaux'),
    a('La Rochelle'),
    dePlace('Le Havre'),
    dePlace('Les Mureaux'),
    dePlace('La Rochelle'),
  ]).toEqual(['au Havre', 'aux Mureaux', 'à La Rochelle', 'du Havre', 'des Mureaux', 'de La Rochelle']);
});
test('"de" is elided before a vowel and a mute h', () => {
  const elided = [
    'Autrement',
    'Hennebont',
    'HENNEBONT ENSEMBLE',
    'Élan',
    'ÉLAN COMMUN',
    'Ivry',
    'Œuvrer',
    'Yvetot',
    'Héroïnes',
  ];
  expect(elided.map(de)).toEqual(elided.map((name) => `d’${name}`));
});
test('"de" stays whole before a consonant, a number, and an aspirated h', () => {
  const whole = [
    'CHAMPIGNY',
    '1789',
    '« Ensemble »',
    'Haute-Goulaine',
    'Hauts de Garonne',
    'HAUTS EN COULEURS',
    'Halte',
    'Héros',
    'Yutz',
    'Oui',
    '',
  ];
  expect(whole.map(de)).toEqual(whole.map((name) => `de ${name}`));
});
