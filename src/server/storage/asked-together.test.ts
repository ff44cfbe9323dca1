import { expect, test } from 'vitest';
import { askedTogether } from './asked-together.ts';

/** A database that answers when told to, each word with itself in capitals; `nobody` it does not know. */
function database() {
  const questions: { keys: readonly string[]; reply: () => void; fail: (error: Error) => void }[] = [];
  const ask = (keys: readonly string[]) =>
    new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
      const known = keys.filter((key) => key !== 'nobody');
      questions.push({
        keys,
        reply: () => resolve(new Map(known.map((key) => [key, key.toUpperCase()]))),
        fail: reject,
      });
    });
  return { questions, ask };
}

test('the first is asked at once, those who come meanwhile together, each key once', async () => {
  const { questions, ask } = database();
  const asked = askedTogether(ask, { most: 10 });
  const first = asked('a');
  const others = Promise.all([asked('b'), asked('c'), asked('b'), asked('nobody')]);
  expect(questions.map(({ keys }) => keys)).toEqual([['a']]);
  questions[0]?.reply();
  expect(await first).toBe('A');
  expect(questions.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'nobody']]);
  questions[1]?.reply();
  expect(await others).toEqual(['B', 'C', 'B', null]);
});

test('nobody gets the answer of a question that left before', async () => {
  let truth = 'old';
  const answers: (() => void)[] = [];
  const asked = askedTogether(
    async (keys: readonly string[]) => {
      const then = truth;
      await new Promise<void>((resolve) => answers.push(resolve));
      return new Map(keys.map((key) => [key, then]));
    },
    { most: 10 },
  );
  const before = asked('a');
  truth = 'new';
  const after = asked('a');
  answers[0]?.();
  expect(await before).toBe('old');
  answers[1]?.();
  expect(await after).toBe('new');
});

test('a crowd does not wait for one slow answer', () => {
  const { questions, ask } = database();
  const asked = askedTogether(ask, { most: 3 });
  for (const key of ['a', 'b', 'c', 'd', 'e']) void asked(key);
  expect(questions.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'd']]);
});

test('a broken question is told to those who asked it, and the next ones are asked', async () => {
  const { questions, ask } = database();
  const asked = askedTogether(ask, { most: 10 });
  const broken = asked('a');
  const next = asked('b');
  questions[0]?.fail(new Error('no connection'));
  await expect(broken).rejects.toThrow('no connection');
  questions[1]?.reply();
  expect(await next).toBe('B');
});
