import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesAlike } from './person-name.ts';

const like = (typed: string, family: string, given: string) => namesAlike(typed, { family, given });

describe('one name written in several ways is the same', () => {
  test.each([
    ['Hélène Dupont', 'DUPONT', 'Helene'],
    ['DUPONT Hélène', 'DUPONT', 'Hélène'],
    ['marie-hélène dupont', 'DUPONT', 'Marie Hélène'],
    ['Marie Hélène Dupont-Martin', 'DUPONT MARTIN', 'Marie-Hélène'],
    ['Jean de La Fontaine', 'DE LA FONTAINE', 'Jean'],
    ['Ève Le Goff', 'LEGOFF', 'Eve'],
    ['Mme Zoé Œuvrard', 'OEUVRARD', 'Zoe'],
  ])('%s is %s %s', (typed, family, given) => {
    expect(like(typed, family, given)).toBe('same');
  });
});

describe('half of a name is close', () => {
  test.each([
    ['Marie Dupont', 'DUPONT MARTIN', 'Marie'],
    ['Marie Martin', 'DUPONT épouse MARTIN', 'Marie'],
    ['Marie Dupont-Martin', 'DUPONT', 'Marie'],
    ['Pierre Durand', 'DURAND', 'Pierre, Paul'],
  ])('%s may be %s %s', (typed, family, given) => {
    expect(like(typed, family, given)).toBe('close');
  });
});

describe('nothing suggests one person', () => {
  test.each([
    ['Paul Dupont', 'DUPONT', 'Marie'],
    ['Marie Durand', 'DUPONT', 'Marie'],
    ['Martin Pierre', 'MARTIN', 'Martin'],
    ['Dupont', 'DUPONT', 'Marie'],
    ['', 'DUPONT', 'Marie'],
    ['Marie de', 'DE SOUSA', 'Marie'],
  ])('%s and %s %s', (typed, family, given) => {
    expect(like(typed, family, given)).toBeNull();
  });
});

test('capitals, accents, hyphens and the order never count', () => {
  const word = fc.stringMatching(/^[a-zéèçï]{3,9}$/);
  fc.assert(
    fc.property(word, word, fc.boolean(), fc.boolean(), (given, family, swapped, loud) => {
      const typed = swapped ? `${family} ${given}` : `${given} ${family}`;
      expect(like(loud ? typed.toUpperCase() : typed, family.normalize('NFD'), given)).toBe('same');
    }),
  );
});
