/** What holds for any text: nothing is lost, nothing is invented, the same text gives the same result. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanReading, Span } from '#reading/contract.ts';
import { readingCase } from '#reading/testing/case-folders.ts';
import { planLikelihood } from './plan-likelihood.ts';
import { readPlan } from './read-plan.ts';
import { lostCharacters } from './testing/compare.ts';

const seed = readingCase('plan-ess-saint-maur-2021').text;

// prettier-ignore
const PIECES = [
  'Fiche action 1.1 : ', 'AXE 1 : ', 'AXE 1.2\t', 'Action 3 ', 'MOB-01 ', '2. ', 'Contexte', "Description de l'action", 'Objectif (s)', 'Pilote : ',
  'Budget\t', 'Calendrier de', 'réalisation', 'Indicateurs', 'Méthode', 'Statut : en cours', 'Axe : Eau', '\t', '\t\t', '\n', '\r\n', '\n\n', '\f', ' ', '  ',
  '<b>', '</b>', '<p>', '<li>&gt; ', '<sup>ème</sup>', '**', '*', '##  ', '| ', '---', '650€', 'entre 1 300 et 2 100€ par mois', '€€', 'le 3 mai 2021',
  'A définir', '3ème trimestre 2021', 'fiche action 1.2', 'Planter des arbres', 'é', 'e\u0301', '\u00a0', '\u200b', '\u00ad', '😀', '\ud800', '\ufeff', '&amp;', '<', '&',
  'CONSEIL MUNICIPAL DU 30 JUIN 2021', 'POINT N°3', 'Approuve le plan « Vert »', 'Rapporteur : Ann', 'Sommaire', '12',
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((list) => list.join(''));
const cuts = fc.tuple(fc.nat(seed.length), fc.nat(6_000)).map(([start, length]) => seed.slice(start, start + length));
const anyText = fc.oneof(pieces, cuts, fc.string({ unit: 'binary', maxLength: 200 }));

describe('for any text', () => {
  test('every character that is not blank stands in a finding or in what is unread', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(lostCharacters(readPlan(text))).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test('offsets stay inside the text, in order and apart within a finding; unread passages quote it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readPlan(text);
        for (const { spans } of [...read.axes, ...read.actions, read.council]) expectPlaces(text, spans);
        for (const { spans } of read.actions.flatMap((one) => [...one.amounts, ...one.dates]))
          expectPlaces(text, spans);
        for (const { start, end, text: quoted } of read.unread) expect(text.slice(start, end)).toBe(quoted);
        for (const { spans } of read.warnings) for (const span of spans) expectPlaces(text, [span]);
      }),
      { numRuns: 300 },
    );
  });

  test('the fields hold no letter that the text does not hold in the same order', () => {
    fc.assert(
      fc.property(cuts, (text) => {
        const letters = plainLetters(text);
        for (const field of fieldsOf(readPlan(text))) {
          for (const line of field.split('\n')) expect(letters).toContain(plainLetters(line));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same text gives the same result', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readPlan(text)).toEqual(readPlan(text));
      }),
      { numRuns: 60 },
    );
  });

  test('the likelihood is a share', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const likelihood = planLikelihood(text);
        expect(likelihood >= 0 && likelihood <= 1).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

test('a text without any sheet says so and is wholly unread', () => {
  const read = readPlan('Bonjour.\n\nRien à voir ici.');
  expect(read.actions).toEqual([]);
  expect(read.warnings.map((warning) => warning.code)).toEqual(['no-action']);
  expect(read.unread.map((one) => one.text)).toEqual(['Bonjour.', 'Rien à voir ici.']);
});

test('an empty text gives an empty reading', () => {
  expect(readPlan('')).toMatchObject({ title: null, axes: [], actions: [], unread: [] });
});

test('amounts and dates of the seed quote the place where they stand', () => {
  const { actions } = readPlan(seed);
  const [amounts, dates] = [actions.flatMap((action) => action.amounts), actions.flatMap((action) => action.dates)];
  expect([amounts.length, dates.length]).not.toContain(0);
  for (const { text, spans } of [...amounts, ...dates]) {
    const quoted = spans.map(({ start, end }) => seed.slice(start, end)).join(' ');
    expect(plainLetters(quoted)).toBe(plainLetters(text));
  }
});

function expectPlaces(text: string, spans: readonly Span[]): void {
  let last = -1;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start).toBeGreaterThan(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    last = end;
  }
}

function fieldsOf(read: PlanReading): string[] {
  return read.actions.flatMap((action) => Object.values(action.fields).flatMap((text) => text ?? []));
}

function plainLetters(text: string): string {
  return text
    .replace(/<[^<>]*>|&[a-z]+;/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
