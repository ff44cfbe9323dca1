import { expect, test } from 'vitest';
import { dateTicks } from './progress.fr.ts';

test('months under a curve are short, and say their year where it begins', () => {
  expect(dateTicks(['2019-12-01', '2020-01-01', '2020-02-01', '2020-03-01'])).toEqual([
    'déc. 2019',
    'janv. 2020',
    'févr.',
    'mars',
  ]);
});

test('days say their month, years stand alone', () => {
  expect(dateTicks(['2020-03-02', '2020-03-09'])).toEqual(['2 mars 2020', '9 mars']);
  expect(dateTicks(['2020-01-01', '2021-01-01'])).toEqual(['2020', '2021']);
});
