import { expect, test } from 'vitest';
import { startRounds } from './rounds.ts';

function fail(error: unknown): never {
  throw error;
}

/** A promise, and the way to keep it. */
function gate(): { readonly reached: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { reached: promise, open: () => resolve(undefined) };
}

test('the first round begins at once, and each knows which one it is', async () => {
  const third = gate();
  const numbers: number[] = [];
  const rounds = startRounds(
    async ({ number }) => {
      numbers.push(number);
      if (number === 2) third.open();
    },
    { onFailure: fail, everyMilliseconds: 1 },
  );
  await third.reached;
  await rounds.stop();
  expect(numbers.slice(0, 3)).toEqual([0, 1, 2]);
});

test('stopping waits for the round under way, tells it, and begins no other', async () => {
  const [begun, go] = [gate(), gate()];
  const seen: string[] = [];
  const rounds = startRounds(
    async ({ stopped }) => {
      begun.open();
      await go.reached;
      seen.push(stopped() ? 'told' : 'not told');
    },
    { onFailure: fail, everyMilliseconds: 1 },
  );
  await begun.reached;
  const stopping = rounds.stop().then(() => seen.push('stopped'));
  go.open();
  await stopping;
  expect(seen).toEqual(['told', 'stopped']);
});

test('a round that fails is told, one that throws at once too, and the next one follows', async () => {
  const enough = gate();
  const failures: unknown[] = [];
  const rounds = startRounds(
    ({ number }) => {
      if (number === 0) throw new Error('at once');
      if (number === 1) return Promise.reject(new Error('later'));
      enough.open();
      return Promise.resolve();
    },
    { onFailure: (error) => failures.push(error), everyMilliseconds: 1 },
  );
  await enough.reached;
  await rounds.stop();
  expect(failures.map(String)).toEqual(['Error: at once', 'Error: later']);
});
