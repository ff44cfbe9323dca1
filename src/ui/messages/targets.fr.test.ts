import { describe, expect, test } from 'vitest';
import { targetHere } from '#domain/charter/target-here.ts';
import { clausesOf } from '#domain/charter/edition.ts';
import type { TargetFigures } from '#domain/charter/target.ts';
import { loadEditions } from '#server/charters.ts';
import { targetSentence } from './targets.fr.ts';

/** Ordinary spaces, so that expectations can be read; the unbreakable ones have their own test. */
const say = (target: TargetFigures, population = 78_072): string =>
  targetSentence(targetHere({ ...target, quote: '…' }, { population })).replace(/[\u00a0\u202f]/g, ' ');

describe('a target, in French', () => {
  test.each<[TargetFigures, string]>([
    [
      { kind: 'one-per-inhabitants', inhabitants: 3500, unit: 'public-toilet', within: 'commune' },
      'au moins 23 toilettes publiques pour 78 072 habitant·es',
    ],
    [
      { kind: 'one-per-inhabitants', inhabitants: 50_000, unit: 'reuse-site', within: 'basin' },
      'au moins 2 équipements de réemploi solidaire pour 78 072 habitant·es',
    ],
    [
      { kind: 'at-most-one-per-inhabitants', inhabitants: 2000, unit: 'advertising-panel' },
      'au plus 39 panneaux publicitaires pour 78 072 habitant·es',
    ],
    [
      { kind: 'euros-per-inhabitant', atLeastEuros: 25, period: 'year', subject: 'cycling-budget' },
      'au moins 1 951 800 € par an pour le développement du vélo, à 78 072 habitant·es',
    ],
    [
      {
        kind: 'area-per-inhabitants',
        squareMetres: 100,
        inhabitants: 1000,
        role: 'limit',
        subject: 'supermarket-shelf-area',
      },
      'moins de 7 807 m² de surface de gondoles pour 78 072 habitant·es',
    ],
    [
      { kind: 'share', percent: 75, bound: 'at-least', subject: 'organic-food', when: null },
      'au moins 75 % de bio dans la restauration collective',
    ],
    [
      { kind: 'reduction', percent: 40, subject: 'municipal-energy-use', when: { kind: 'in-year', year: 2030 } },
      'consommation d’énergie de la commune : −40 %, en 2030',
    ],
    [
      { kind: 'reduction', percent: 50, subject: 'energy-poverty', when: { kind: 'during-mandate' } },
      'nombre de ménages en précarité énergétique : divisé par 2, pendant le mandat',
    ],
    [
      { kind: 'share-by-size', percents: [20, 25], subject: 'social-housing' },
      '20 % ou 25 % de logements sociaux, selon le nombre d’habitant·es',
    ],
    [
      { kind: 'size-limit', atMostWidthCentimetres: 50, atMostHeightCentimetres: 70, subject: 'poster' },
      'affiche : au plus 50 × 70 cm',
    ],
    [
      { kind: 'count-per-period', atLeast: 1, unit: 'vegetarian-meal', period: 'week' },
      'au moins 1 repas végétarien par semaine',
    ],
    [
      { kind: 'deadline', subject: 'positive-energy-territory', when: { kind: 'before-year', year: 2050 } },
      'territoire à énergie positive : avant 2050',
    ],
  ])('%o', (target, sentence) => {
    expect(say(target)).toBe(sentence);
  });

  test('says when a small commune shares one with its neighbours', () => {
    expect(say({ kind: 'one-per-inhabitants', inhabitants: 25_000, unit: 'reuse-site', within: 'basin' }, 900)).toBe(
      'au moins 1 équipement de réemploi solidaire dans le bassin de 25 000 habitant·es que la commune partage avec ses voisines',
    );
  });

  test('says why a small commune gets no panel', () => {
    expect(say({ kind: 'at-most-one-per-inhabitants', inhabitants: 2000, unit: 'advertising-panel' }, 1999)).toBe(
      'aucun panneau publicitaire : la commune compte moins de 2 000 habitant·es',
    );
  });

  test('counts one toilet in the singular, and one inhabitant too', () => {
    expect(say({ kind: 'one-per-inhabitants', inhabitants: 3500, unit: 'public-toilet', within: 'commune' }, 1)).toBe(
      'au moins 1 toilette publique pour 1 habitant·e',
    );
  });
});

test('no figure of an edition can be cut from its unit at the end of a line', () => {
  const sentences = loadEditions().flatMap((edition) =>
    clausesOf(edition).flatMap(({ words }) =>
      words.targets.map((target) => targetSentence(targetHere(target, { population: 78_072 }))),
    ),
  );
  expect(sentences.length).toBeGreaterThan(40);
  for (const sentence of sentences) expect(sentence).not.toMatch(/\d (?=[%€\d]|m²|km|cm|ans|habitant)/);
});
