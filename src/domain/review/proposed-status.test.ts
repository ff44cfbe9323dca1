import { describe, expect, test } from 'vitest';
import { proposedStatus } from './proposed-status.ts';
import type { AnsweredCheck, CheckAnswer } from './review-entry.ts';

const LEVELS = [
  { level: 2, checks: ['a', 'b'] },
  { level: 3, checks: ['c'] },
];
const answered = (answers: Readonly<Record<string, CheckAnswer>>): readonly AnsweredCheck[] =>
  LEVELS.flatMap(({ level, checks }) =>
    checks.flatMap((text) => {
      const answer = answers[text];
      return answer === undefined ? [] : [{ level, text, answer, note: '' }];
    }),
  );
const proposed = (answers: Readonly<Record<string, CheckAnswer>>) =>
  proposedStatus({ levels: LEVELS, answers: answered(answers) });

describe('the answers to a checklist', () => {
  test('propose nothing while nobody answered', () => {
    expect(proposed({})).toBeNull();
  });

  test('propose a promise kept when all is there, at every level promised', () => {
    expect(proposed({ a: 'yes', b: 'yes', c: 'yes' })).toMatchObject({ status: 'kept', without: [] });
  });

  test('propose nothing for the whole when nobody looked at one of its levels', () => {
    expect(proposed({ a: 'yes', b: 'yes' })).toMatchObject({
      status: null,
      levels: [{ level: 2, status: 'kept' }],
      without: [3],
    });
  });

  test('take what cannot be told neither for a yes nor for a no', () => {
    expect(proposed({ a: 'yes', b: 'cannot-tell', c: 'yes' })).toMatchObject({
      status: 'partly-kept',
      levels: [
        { level: 2, status: 'partly-kept', counts: { yes: 1, no: 0, cannotTell: 1, unanswered: 0 } },
        { level: 3, status: 'kept' },
      ],
    });
    expect(proposed({ a: 'cannot-tell', b: 'cannot-tell', c: 'cannot-tell' })).toMatchObject({
      status: 'cannot-assess',
    });
    expect(proposed({ a: 'yes', b: 'yes', c: 'cannot-tell' })).toMatchObject({ status: 'partly-kept' });
  });

  test('say that nothing began where nothing is shown, and never that it was given up', () => {
    expect(proposed({ a: 'no', b: 'no', c: 'no' })).toMatchObject({ status: 'not-started' });
    expect(proposed({ a: 'no', b: 'no', c: 'cannot-tell' })).toMatchObject({
      status: 'not-started',
      levels: [
        { level: 2, status: 'not-started' },
        { level: 3, status: 'cannot-assess' },
      ],
    });
    expect(proposed({ a: 'no', b: 'cannot-tell' })).toMatchObject({
      status: null,
      levels: [{ level: 2, status: 'not-started' }],
      without: [3],
    });
  });

  test('of a level that was not promised, or of a point that is no longer asked, count for nothing', () => {
    const answers = [
      { level: 1, text: 'a', answer: 'no', note: '' },
      { level: 3, text: 'gone', answer: 'no', note: '' },
      { level: 3, text: 'c', answer: 'yes', note: '' },
    ] as const;
    expect(proposedStatus({ levels: LEVELS.slice(1), answers })).toMatchObject({ status: 'kept' });
  });
});
