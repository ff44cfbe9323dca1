import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { looksFrench } from './looks-french.ts';

const FRENCH =
  'Un accord se fait sur les niveaux deux et trois de la mesure, que la commune réalise avec ses partenaires. ';
const ENGLISH =
  'The municipality commits itself to the second and third levels of this measure, together with its partners. ';
const SPANISH =
  'El municipio se compromete con los niveles segundo y tercero de esta medida, junto con sus socios locales. ';
const ITALIAN =
  'Il comune si impegna a realizzare il secondo e il terzo livello di questa misura insieme ai suoi partner. ';
const OCCITAN_LIKE =
  'Lo pacte per la transicion es un engatjament de la vila amb sos abitants e sas associacions localas. ';

describe('the language of a text', () => {
  test('is French when it is', () => {
    expect(looksFrench(FRENCH.repeat(10))).toBe(true);
  });

  test('is another when it is long enough to tell', () => {
    expect(looksFrench(ENGLISH.repeat(10))).toBe(false);
    expect(looksFrench(SPANISH.repeat(10))).toBe(false);
    expect(looksFrench(ITALIAN.repeat(10))).toBe(false);
    expect(looksFrench('Die Gemeinde verpflichtet sich zu den Stufen zwei und drei dieser Maßnahme. '.repeat(10))).toBe(
      false,
    );
  });

  test('is another when no small word of French stands in a page, whatever its letters look like', () => {
    expect(looksFrench('The quick brown fox jumps over the lazy dog. '.repeat(30))).toBe(false);
    expect(looksFrench(readFileSync('package.json', 'utf8'))).toBe(false);
  });

  test('is another when French is only quoted in it', () => {
    expect(looksFrench((ENGLISH.repeat(12) + FRENCH).repeat(2))).toBe(false);
  });

  test('is French in a list of names, where no small word stands', () => {
    const names =
      'Anne Martin, Luc Ferrand, Jeanne Petit, Hervé Guihard, Camille Mendez, Christophe Lubac, Carine Delahaie';
    expect(looksFrench(`${names}, ${names}, ${names}`)).toBe(true);
  });

  test('is taken for French in doubt: short, figures, names, mixed', () => {
    expect(looksFrench(ENGLISH)).toBe(true);
    expect(looksFrench('12 345 € 67 % 2021 '.repeat(100))).toBe(true);
    expect(looksFrench((FRENCH + ENGLISH).repeat(10))).toBe(true);
    expect(looksFrench('')).toBe(true);
  });

  test('is French in capitals without accents, and in a table of labels', () => {
    expect(looksFrench(FRENCH.toUpperCase().repeat(10))).toBe(true);
    expect(
      looksFrench(
        'Pilotes\tService animation\nCalendrier de réalisation\t2021\nIndicateurs de résultat\tNombre de participants\n'.repeat(
          6,
        ),
      ),
    ).toBe(true);
  });

  test('of a neighbour of French may be turned away, but never throws', () => {
    expect(typeof looksFrench(OCCITAN_LIKE.repeat(10))).toBe('boolean');
  });
});
