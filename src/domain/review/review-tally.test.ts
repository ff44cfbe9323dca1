import { expect, test } from 'vitest';
import type { AssessmentStatus } from '../follow-up/assessment.ts';
import type { Stance } from '../pact/stance.ts';
import { figuresOn, reviewTally, type TalliedPromise } from './review-tally.ts';

const EDITION = { measures: Array.from({ length: 32 }, () => ({ levels: [1, 2, 3] })) };
const promise = (
  item: string,
  status: AssessmentStatus | null,
  {
    stance = 'accepted',
    before = false,
    on = '2029-06-03',
  }: { readonly stance?: Stance; readonly before?: boolean; readonly on?: string } = {},
): TalliedPromise => ({
  item,
  stance,
  levels: item.startsWith('m') ? [{ level: 1, stance }] : [],
  said: status === null ? null : { status, beforeMandate: before, assessedOn: on },
});

test('a review counts what was signed, and tells apart what is in no share', () => {
  const tally = reviewTally(
    [
      promise('m1', 'kept'),
      promise('m2', 'kept', { before: true }),
      promise('m3', 'broken'),
      promise('m4', 'cannot-assess'),
      promise('m5', 'not-competent'),
      promise('m6', null),
      promise('m7', 'underway', { stance: 'delegated' }),
      promise('pA', 'partly-kept', { stance: 'partial' }),
      promise('l9', null),
    ],
    EDITION,
  );
  expect(tally).toMatchObject({ signed: 8, lookedAt: 6, notLookedAt: 2, counted: 5, beforeMandate: 1, besides: 1 });
  expect(tally.byStatus).toEqual({
    kept: 1,
    'partly-kept': 1,
    underway: 0,
    'not-started': 0,
    broken: 1,
    'cannot-assess': 1,
    'not-competent': 1,
  });
  // Every promise that was signed is somewhere, once.
  const statuses = Object.values(tally.byStatus).reduce((sum, number) => sum + number, 0);
  expect(statuses + tally.beforeMandate + tally.notLookedAt).toBe(tally.signed);
  expect(tally.ambition).toEqual({ measures: 6, ofMeasures: 32, levels: 6, ofLevels: 96, local: 1 });
});

test('a pact of local commitments alone has its figures too', () => {
  const tally = reviewTally([promise('l1', 'kept'), promise('l2', null)], EDITION);
  expect(tally).toMatchObject({ signed: 2, counted: 2, ambition: { measures: 0, levels: 0, local: 2 } });
});

test('figures have the day of the last finding they count, not that of their publication', () => {
  const publishedOn = '2026-11-22';
  const tally = reviewTally(
    [
      promise('m1', 'kept', { on: '2019-03-12' }),
      promise('m2', 'broken', { on: '2019-02-01' }),
      promise('m3', 'kept', { stance: 'delegated', on: '2026-01-01' }),
    ],
    EDITION,
  );
  expect(figuresOn({ tally, publishedOn })).toBe('2019-03-12');
  expect(figuresOn({ tally: reviewTally([promise('m1', null)], EDITION), publishedOn })).toBe(publishedOn);
  // Of a review that was published when figures had no day of their own.
  const { lookedOn: _, ...before } = tally;
  expect(figuresOn({ tally: before, publishedOn })).toBe(publishedOn);
});

test('a local commitment that was lost on the way is no ambition, as a measure is not', () => {
  const tally = reviewTally([promise('l1', 'kept'), promise('l2', null, { stance: 'delegated' })], EDITION);
  expect(tally).toMatchObject({ signed: 1, besides: 1, ambition: { local: 1 } });
});
