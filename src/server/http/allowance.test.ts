import { expect, test } from 'vitest';
import { allowance } from './allowance.ts';

const MINUTE = 60_000;

test('lets an address ask so many times, then says how long to wait', () => {
  const { secondsToWait } = allowance({ times: 2, windowMilliseconds: MINUTE });
  expect(secondsToWait('192.0.2.1', 0)).toBe(0);
  expect(secondsToWait('192.0.2.1', 10_000)).toBe(0);
  expect(secondsToWait('192.0.2.1', 20_000)).toBe(40);
  expect(secondsToWait('192.0.2.1', 59_999)).toBe(1);
});

test('lets it ask again once the time is over', () => {
  const { secondsToWait } = allowance({ times: 1, windowMilliseconds: MINUTE });
  expect([0, 1, MINUTE].map((now) => secondsToWait('192.0.2.1', now))).toEqual([0, 60, 0]);
});

test('counts each address apart, but one IPv6 network together', () => {
  const { secondsToWait } = allowance({ times: 1, windowMilliseconds: MINUTE });
  expect(secondsToWait('192.0.2.1', 0)).toBe(0);
  expect(secondsToWait('192.0.2.2', 0)).toBe(0);
  expect(secondsToWait('2001:db8:1:2:3:4:5:6', 0)).toBe(0);
  expect(secondsToWait('2001:0DB8:1:2::9', 0)).toBe(60);
  expect(secondsToWait('2001:db8:1:3::9', 0)).toBe(0);
  expect(secondsToWait('::1', 0)).toBe(0);
  expect(secondsToWait('::ffff:192.0.2.9', 0)).toBe(0);
  expect(secondsToWait('::ffff:192.0.2.10', 0)).toBe(0);
});

test('lets this machine ask more: it may speak for many', () => {
  const { secondsToWait } = allowance({ times: 1, timesHere: 2, windowMilliseconds: MINUTE });
  for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect([0, 1, 2].map((now) => secondsToWait(here, now))).toEqual([0, 0, 60]);
  }
  expect([0, 1].map((now) => secondsToWait('192.0.2.1', now))).toEqual([0, 60]);
});

test('forgets the address that was quiet the longest rather than growing', () => {
  const { secondsToWait } = allowance({ times: 1, windowMilliseconds: MINUTE, addresses: 2 });
  secondsToWait('a', 0);
  secondsToWait('b', 0);
  secondsToWait('a', 1);
  secondsToWait('c', 2);
  expect(secondsToWait('a', 3)).toBe(60);
  expect(secondsToWait('b', 3)).toBe(0);
});
