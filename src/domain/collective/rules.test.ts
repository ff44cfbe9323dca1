import { describe, expect, test } from 'vitest';
import { asleepBefore, isAsleep } from './collective.ts';
import { mayRemoveMember, mustHandOver, removalStands } from './membership.ts';
import { countBallots, faultOfBallot, phaseOf, ranksOf, type VoteOption } from './priority-vote.ts';
import { makesPossible } from './wish.ts';

test('two wishes are not enough, three are', () => {
  expect([0, 1, 2, 3, 40].map(makesPossible)).toEqual([false, false, false, true, true]);
});

describe('sleep', () => {
  const lastActAt = new Date('2027-03-10T10:00:00Z');
  test('comes a year after the last act, not a second before', () => {
    expect(isAsleep({ lastActAt, now: new Date('2028-03-09T09:59:59Z') })).toBe(false);
    expect(isAsleep({ lastActAt, now: new Date('2028-03-09T10:00:00Z') })).toBe(true);
  });
  test('is asked of the same instant by the other way round', () => {
    expect(asleepBefore(new Date('2028-03-09T10:00:00Z'))).toEqual(lastActAt);
  });
});

test('one hands over first only when others stay and nobody else coordinates', () => {
  expect(mustHandOver({ role: 'coordinator', coordinators: 1, members: 4 })).toBe(true);
  expect(mustHandOver({ role: 'coordinator', coordinators: 2, members: 4 })).toBe(false);
  expect(mustHandOver({ role: 'coordinator', coordinators: 1, members: 1 })).toBe(false);
  expect(mustHandOver({ role: 'member', coordinators: 1, members: 4 })).toBe(false);
});

test('in a month one member out of three may be put out, and always one', () => {
  const allowed = (members: number): number => {
    let removedLately = 0;
    while (mayRemoveMember({ members: members - removedLately, removedLately })) removedLately += 1;
    return removedLately;
  };
  expect([2, 3, 5, 6, 9, 30].map(allowed)).toEqual([1, 1, 1, 2, 3, 10]);
});

describe('taking the coordination from somebody', () => {
  test('of two, neither can put out the other: the national team decides', () => {
    expect(removalStands({ others: ['a'], agreeing: ['a'], refusing: [] })).toBe('national-team');
    expect(removalStands({ others: [], agreeing: [], refusing: [] })).toBe('national-team');
  });
  test('of three, the two others together, and one is enough to keep', () => {
    expect(removalStands({ others: ['a', 'b'], agreeing: ['a'], refusing: [] })).toBe('waiting');
    expect(removalStands({ others: ['a', 'b'], agreeing: ['a', 'b'], refusing: [] })).toBe('removed');
    expect(removalStands({ others: ['a', 'b'], agreeing: ['a'], refusing: ['b'] })).toBe('kept');
  });
  test('the voice of who coordinates no more is not counted', () => {
    expect(removalStands({ others: ['a', 'b'], agreeing: ['a', 'gone'], refusing: ['gone'] })).toBe('waiting');
  });
});

describe('a vote', () => {
  const options: readonly VoteOption[] = [
    { kind: 'measure', number: 1 },
    { kind: 'measure', number: 15 },
    { kind: 'local', id: 3, number: 1, text: 'Une halle' },
  ];
  const [opensAt, closesAt] = [new Date('2027-03-01T00:00:00Z'), new Date('2027-03-15T00:00:00Z')];
  const at = (now: string, cancelledAt: Date | null = null) =>
    phaseOf({ opensAt, closesAt, cancelledAt }, new Date(now));

  test('is open from its first instant, closed at its last', () => {
    expect(at('2027-02-28T23:59:59Z')).toBe('planned');
    expect(at('2027-03-01T00:00:00Z')).toBe('open');
    expect(at('2027-03-14T23:59:59Z')).toBe('open');
    expect(at('2027-03-15T00:00:00Z')).toBe('closed');
    expect(at('2027-03-02T00:00:00Z', opensAt)).toBe('cancelled');
  });

  test('takes from one to so many of its options', () => {
    const vote = { options, choices: 2 };
    expect(faultOfBallot(vote, ['m15', 'l3'])).toBeNull();
    expect(faultOfBallot(vote, ['m15', 'm15', 'm1'])).toBeNull();
    expect(faultOfBallot(vote, [])).toEqual({ kind: 'nothing-chosen' });
    expect(faultOfBallot(vote, ['m1', 'm15', 'l3'])).toEqual({ kind: 'too-many-chosen', most: 2, chosen: 3 });
    expect(faultOfBallot(vote, ['m2'])).toEqual({ kind: 'unknown-option', option: 'm2' });
  });

  test('is counted the same in whatever order the ballots come', () => {
    const ballots = [['m15'], ['m15', 'l3'], ['l3', 'l3'], ['gone']];
    const result = countBallots(options, ballots);
    expect(result).toEqual({
      ballots: 4,
      counts: [
        { option: 'm15', ballots: 2 },
        { option: 'l3', ballots: 2 },
        { option: 'm1', ballots: 0 },
      ],
    });
    expect(countBallots(options, ballots.toReversed())).toEqual(result);
    expect(ranksOf(result).map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });
});
