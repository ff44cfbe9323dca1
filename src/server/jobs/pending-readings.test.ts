import { expect, test } from 'vitest';
import { pendingReadings, type PendingBounds } from './pending-readings.ts';

const HOUR = 3_600_000;
const START = new Date('2026-05-12T09:30:00Z').getTime();

function made(bounds: Partial<PendingBounds> = {}) {
  const clock = { now: START };
  const pending = pendingReadings<string, string>(
    { underWay: 2, kept: 2, keptMilliseconds: HOUR, ...bounds },
    () => new Date(clock.now),
  );
  const begin = (asked: string) => {
    const gate = Promise.withResolvers<string>();
    const signals: AbortSignal[] = [];
    const begun = pending.begin(asked, (signal) => {
      signals.push(signal);
      return gate.promise;
    });
    return { begun, finish: gate.resolve, fail: gate.reject, aborted: () => signals[0]?.aborted };
  };
  return { pending, begin, clock };
}

test('a reading is found under way, then with its outcome', async () => {
  const { pending, begin } = made();
  const { begun, finish } = begin('un pacte');
  if (begun === null) throw new Error('it must begin');
  expect(begun.key).toMatch(/^[\w-]{43}$/);
  expect(pending.find(begun.key)).toMatchObject({ asked: 'un pacte', outcome: null });
  finish('lu');
  expect(await begun.settled).toBe('lu');
  expect(pending.find(begun.key)).toMatchObject({ outcome: 'lu' });
});

test('an address that was never given finds nothing', () => {
  expect(made().pending.find('autre')).toBeNull();
});

test('refuses to begin more than it can hold, until one is over', async () => {
  const { begin } = made({ underWay: 1 });
  const first = begin('a');
  expect(begin('b').begun).toBeNull();
  first.finish('lu');
  await first.begun?.settled;
  expect(begin('c').begun).not.toBeNull();
});

test('forgets an outcome after an hour, and the oldest when there are too many', async () => {
  const { pending, begin, clock } = made({ kept: 1 });
  const keys: string[] = [];
  for (const asked of ['a', 'b']) {
    const { begun, finish } = begin(asked);
    finish(asked);
    await begun?.settled;
    keys.push(begun?.key ?? '');
  }
  expect(keys.map((key) => pending.find(key)?.outcome ?? null)).toEqual([null, 'b']);
  clock.now += HOUR;
  expect(pending.find(keys[1] ?? '')).toBeNull();
});

test('a cancelled reading is told to stop and is gone', () => {
  const { pending, begin } = made();
  const { begun, aborted } = begin('a');
  pending.cancel(begun?.key ?? '');
  expect(aborted()).toBe(true);
  expect(pending.find(begun?.key ?? '')).toBeNull();
});

test('a reading that broke is gone, and whoever waits hears of it', async () => {
  const { pending, begin } = made();
  const { begun, fail } = begin('a');
  fail(new Error('broken'));
  await expect(begun?.settled).rejects.toThrow('broken');
  expect(pending.find(begun?.key ?? '')).toBeNull();
});
