import { describe, expect, test } from 'vitest';
import { targetHere } from './target-here.ts';
import type { Target } from './target.ts';

const CHAMPIGNY = { population: 78_072 };
const TOILETS: Target = {
  kind: 'one-per-inhabitants',
  inhabitants: 3500,
  unit: 'public-toilet',
  within: 'commune',
  quote: '1 toilette pour 3500 habitant·es',
};
const REUSE: Target = {
  kind: 'one-per-inhabitants',
  inhabitants: 50_000,
  unit: 'reuse-site',
  within: 'basin',
  quote: 'au moins un équipement de réemploi solidaire par bassin de 50 000 habitant·es',
};
const PANELS: Target = {
  kind: 'at-most-one-per-inhabitants',
  inhabitants: 2000,
  unit: 'advertising-panel',
  quote: 'un seul panneau par tranche de 2000 habitant·es',
};
const CYCLING: Target = {
  kind: 'euros-per-inhabitant',
  atLeastEuros: 25,
  period: 'year',
  subject: 'cycling-budget',
  quote: '25€ par habitant·e par an',
};
const SHELVES: Target = {
  kind: 'area-per-inhabitants',
  squareMetres: 100,
  inhabitants: 1000,
  role: 'limit',
  subject: 'supermarket-shelf-area',
  quote: '100m² de surface de gondoles pour 1000 habitant·es',
};

describe('at least one for so many inhabitants', () => {
  test('is 23 toilets for 78,072 inhabitants: the last 1,072 count too', () => {
    expect(targetHere(TOILETS, CHAMPIGNY)).toEqual({
      kind: 'count',
      atLeast: 23,
      unit: 'public-toilet',
      population: 78_072,
    });
  });

  test.each([
    [0, 0],
    [1, 1],
    [3499, 1],
    [3500, 1],
    [3501, 2],
    [7000, 2],
  ])('for %i inhabitants is %i', (population, atLeast) => {
    expect(targetHere(TOILETS, { population })).toMatchObject({ atLeast });
  });

  test('is shared with the neighbours when the basin is larger than the commune', () => {
    expect(targetHere(REUSE, { population: 49_999 })).toEqual({
      kind: 'shared',
      unit: 'reuse-site',
      inhabitants: 50_000,
      population: 49_999,
    });
    expect(targetHere(REUSE, { population: 50_000 })).toMatchObject({ kind: 'count', atLeast: 1 });
    expect(targetHere(REUSE, CHAMPIGNY)).toMatchObject({ kind: 'count', atLeast: 2 });
  });
});

describe('at most one for so many inhabitants', () => {
  test.each([
    [78_072, 39],
    [4000, 2],
    [3999, 1],
    [1999, 0],
    [0, 0],
  ])('for %i inhabitants is %i: an unfinished group gives no right to one more', (population, atMost) => {
    expect(targetHere(PANELS, { population })).toMatchObject({ kind: 'ceiling', atMost, inhabitants: 2000 });
  });
});

test('25 euros per inhabitant and year are 1,951,800 euros', () => {
  expect(targetHere(CYCLING, CHAMPIGNY)).toEqual({
    kind: 'budget',
    atLeastEuros: 1_951_800,
    period: 'year',
    subject: 'cycling-budget',
    population: 78_072,
  });
});

test('cents are exact', () => {
  expect(targetHere({ ...CYCLING, atLeastEuros: 0.07 }, { population: 3 })).toMatchObject({ atLeastEuros: 0.21 });
});

test('a threshold in square metres rounds down', () => {
  expect(targetHere(SHELVES, CHAMPIGNY)).toMatchObject({ kind: 'area', squareMetres: 7807, role: 'limit' });
});

test('what does not depend on the inhabitants comes back as it is', () => {
  const target: Target = {
    kind: 'reduction',
    percent: 40,
    subject: 'municipal-energy-use',
    when: { kind: 'in-year', year: 2030 },
    quote: 'réduire de 40%',
  };
  expect(targetHere(target, CHAMPIGNY)).toEqual({ kind: 'same-everywhere', target });
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d inhabitants is a bug, said as such', (population) => {
  expect(() => targetHere(TOILETS, { population })).toThrow(RangeError);
});
