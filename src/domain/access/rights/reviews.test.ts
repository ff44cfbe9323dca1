import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { REVIEW_RIGHTS } from './reviews.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'open-review collective-member active',
  'open-review collective-member dormant',
  'see-review anyone review-published',
  'see-review collective-member review-open',
  'see-review collective-member review-given-up',
  'fill-review collective-member review-open',
  'publish-review collective-coordinator review-open',
  'give-up-review collective-coordinator review-open',
  'take-up-review collective-member review-given-up',
  'correct-review collective-coordinator review-published',
  'answer-review list-representative review-published',
  'answer-review municipal-agent review-published',
  'answer-review elected-official review-published',
];

const allowed = allowedByGate(Object.keys(REVIEW_RIGHTS) as Act[]);

test('these and no others', () => {
  expect(allowed).toEqual(ALLOWED.toSorted());
});

test('nothing but an answer and an erratum is written once a review is published', () => {
  const late = allowed.filter((line) => line.endsWith('review-published')).map((line) => line.split(' ')[0]);
  expect(new Set(late)).toEqual(new Set(['see-review', 'correct-review', 'answer-review']));
});

test('the town hall writes nothing into a review, and sees none before it is published', () => {
  const townHall = allowed.filter((line) => /(agent|official|representative)/.test(line));
  expect(townHall.map((line) => line.split(' ')[0])).toEqual(['answer-review', 'answer-review', 'answer-review']);
});
