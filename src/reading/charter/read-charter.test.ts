import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCharter } from './read-charter.ts';

const source = (file: string): string =>
  readFileSync(new URL(`../../../data/documents/${file}`, import.meta.url), 'utf8');

const shape = (text: string): readonly string[] =>
  readCharter(text).measures.map(
    ({ number, levels }) =>
      `${number} ${levels.map(({ level, clauses }) => `N${level}(${clauses.map(({ clause }) => clause).join('')})`).join('')}`,
  );

describe('the Pacte pour la Transition, as it came', () => {
  const reading = readCharter(source('pacte-transition-2020.txt'));
  const measure = (number: number) => reading.measures.find((one) => one.number === number);

  test('has its three principles', () => {
    expect(reading.principles.map(({ letter, title }) => [letter, title])).toEqual([
      ['A', 'Sensibilisation et formation à la transition'],
      ['B', 'Co-construction des politiques locales'],
      ['C', 'Intégration des impacts à long terme et de l’urgence climatique et sociale'],
    ]);
  });

  test('has its 32 measures, none of its level lines taken for one', () => {
    expect(reading.measures.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(reading.warnings).toEqual([]);
  });

  test('leaves measure 14 without levels: its text has none', () => {
    expect(measure(14)?.levels).toEqual([]);
  });

  test('gives measure 19 a single level of two clauses, and 29 one without its label', () => {
    expect(measure(19)?.levels.map(({ level, clauses }) => [level, clauses.length])).toEqual([[1, 2]]);
    expect(measure(29)?.levels).toMatchObject([{ level: 1, clauses: [{ clause: 1 }] }]);
    expect(measure(29)?.levels[0]?.clauses[0]?.text).toMatch(/^Créer une commission/);
  });

  test('mends the clause of measure 25 that breaks across two lines', () => {
    expect(measure(25)?.levels[1]?.clauses[1]?.text).toMatch(
      /pour accompagner les habitant·es dans leurs démarches\.$/,
    );
  });

  test('keeps the lone ** that measure 8 ends with', () => {
    expect(measure(8)?.levels[2]?.clauses[0]?.text).toMatch(/marquées \*\*$/);
  });

  test('leaves only the title of the document unread', () => {
    expect(reading.unread.map(({ text }) => text)).toEqual(['Pacte Pour la transition']);
  });
});

test('the COORACE propositions are one level each, one clause a "Je m’engage", the introduction none', () => {
  const reading = readCharter(source('coorace-10-propositions-2020.txt'));
  expect(reading.principles).toEqual([]);
  expect(reading.measures.map(({ levels }) => levels.map(({ clauses }) => clauses.length))).toEqual(
    [2, 3, 2, 1, 1, 1, 2, 3, 3, 2].map((count) => [count]),
  );
  expect(reading.unread.at(-1)?.text).toBe('#Municipales2020');
});

describe('other shapes of charters', () => {
  test('levels labelled, with one letter or a word', () => {
    const labelled = '1. Planter\nN1 • un arbre\nN2 • dix arbres\n2. Semer\nNiveau 1 : du trèfle\nNiveau 2 :\ndu blé\n';
    expect(shape(labelled)).toEqual(['1 N1(1)N2(1)', '2 N1(1)N2(1)']);
  });

  test('a local edition that starts at 4 and skips numbers', () => {
    expect(shape('4 Planter\n1 un Arbre\n7 Semer\n9 Arroser\n1 Peu\n2 Beaucoup')).toHaveLength(3);
  });

  test('a number alone on its line, its title on the next', () => {
    const reading = readCharter('Mesure 1\nPlanter des arbres\n• Un arbre\nMesure 2\nSemer du blé\n• Un champ');
    expect(reading.measures.map(({ title }) => title)).toEqual(['Planter des arbres', 'Semer du blé']);
  });

  test('a glyph alone on its line, its words on the next', () => {
    const reading = readCharter('#1. Planter\n▶\nJe m’engage à planter\n▶\nJe m’engage à arroser');
    expect(reading.measures[0]?.levels[0]?.clauses.map(({ text }) => text)).toEqual([
      'Je m’engage à planter',
      'Je m’engage à arroser',
    ]);
  });

  test('"Je m’engage" without any glyph', () => {
    expect(shape('#1. Planter\nLes arbres nous font vivre.\nJe m’engage à planter\nJe m’engage à arroser')).toEqual([
      '1 N1(12)',
    ]);
  });

  test('a lead-in between a level label and its bullets, told by its glyph', () => {
    expect(shape('12 – Loger\nN1\n• Loger mieux :\n– ici\n– là\nN2\n• ailleurs')).toEqual(['12 N1(012)N2(1)']);
  });

  test('a list numbered otherwise inside a level', () => {
    expect(
      shape('Mesure 1 : Loger\nNiveau 1 : Loger mieux\n1) Ici même\n2) Là-bas\nNiveau 2 : Loger tout le monde'),
    ).toEqual(['1 N1(012)N2(1)']);
  });

  test('a word cut at the end of a line is mended, a hyphen that belongs to it is kept', () => {
    const text = `1 Planter\n1 Une politique de déve-\nloppement et de co-construction, dite co-\nconstruction\n2 Semer\n1 Du blé`;
    const [first] = readCharter(text).measures;
    expect(first?.levels[0]?.clauses[0]?.text).toBe(
      'Une politique de développement et de co-construction, dite co-construction',
    );
  });

  test('two measures of one number are both kept, and said', () => {
    const reading = readCharter('Mesure 1 : Planter\n• ici\nMesure 1 : Semer\n• là');
    expect(reading.measures.map(({ title }) => title)).toEqual(['Planter', 'Semer']);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['number-used-twice']);
  });
});

describe('a text that is no charter', () => {
  test.each(['', ' \n\t\r\n', '\uFEFF', 'Bonjour.', '●', '-----', '12', '1', 'Principe A'])(
    '%j is read without harm',
    (text) => {
      const reading = readCharter(text);
      expect(reading.kind).toBe('charter');
      expect(reading.text).toBe(text);
    },
  );

  test('says that no measure was found', () => {
    expect(readCharter('Le conseil municipal se réunit demain.').warnings.map(({ code }) => code)).toEqual([
      'no-measure',
    ]);
  });
});
