import { describe, expect, test } from 'vitest';
import { isOpen } from './question.ts';
import { fateOf } from './silence.ts';

describe('a letter', () => {
  const letter = { sentOn: '2027-03-01', replyDays: 30 };
  const fate = (today: string, ...replies: string[]) => fateOf(letter, { replies, today });

  test('is awaited until the last day that was asked for, silence from the day after', () => {
    expect(fate('2027-03-31')).toEqual({ kind: 'awaited', days: 30, dueOn: '2027-03-31' });
    expect(fate('2027-04-01')).toEqual({ kind: 'silence', days: 31, dueOn: '2027-03-31' });
  });
  test('counts its silence from its sending, over a leap year', () => {
    expect(fate('2028-03-01')).toMatchObject({ kind: 'silence', days: 366 });
  });
  test('is answered by its first reply, also a late one; a reply older than the letter answers nothing', () => {
    expect(fate('2027-12-01', '2027-06-01', '2027-05-01')).toEqual({
      kind: 'answered',
      on: '2027-05-01',
      afterDays: 61,
    });
    expect(fate('2027-04-01', '2027-02-28')).toMatchObject({ kind: 'silence' });
    expect(fate('2027-03-01', '2027-03-01')).toMatchObject({ kind: 'answered', afterDays: 0 });
  });
  test('that asked for no reply is never silence', () => {
    const open = { sentOn: '2027-03-01', replyDays: null };
    expect(fateOf(open, { replies: [], today: '2030-01-01' })).toEqual({ kind: 'awaited', days: 1037, dueOn: null });
  });
});

test('a question is open until it is answered or dropped', () => {
  const answer = { words: 'Oui', on: '2027-01-01', by: 'town-hall' } as const;
  expect(isOpen({ answer: null, droppedAt: null })).toBe(true);
  expect(isOpen({ answer, droppedAt: null })).toBe(false);
  expect(isOpen({ answer: null, droppedAt: new Date(0) })).toBe(false);
});
