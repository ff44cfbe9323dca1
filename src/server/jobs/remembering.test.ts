import { expect, test } from 'vitest';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { remembering } from './remembering.ts';

function counted(most = 10) {
  const done: string[] = [];
  const work = (task: string): Promise<Result<string, 'no'>> => {
    done.push(task);
    return Promise.resolve(task === 'no' ? refuse('no') : accept(task));
  };
  return { done, ask: remembering(work, { most, weigh: (value) => value.length }) };
}

test('what was asked under the same name is not done again, also at once; under another it is', async () => {
  const { done, ask } = counted();
  await Promise.all([ask('one', 'a'), ask('one', 'a')]);
  expect(await ask('one', 'a')).toEqual({ ok: true, value: 'one' });
  expect(done).toEqual(['one']);
  await ask('one', 'b');
  expect(done).toEqual(['one', 'one']);
});

test('a refusal is asked again, and a failure leaves nothing behind', async () => {
  const { done, ask } = counted();
  await ask('no', 'a');
  await ask('no', 'a');
  expect(done).toEqual(['no', 'no']);
  let falls = true;
  const fragile = remembering(() => (falls ? Promise.reject(new Error('fell')) : Promise.resolve(accept('up'))), {
    most: 10,
    weigh: () => 1,
  });
  await expect(fragile('x', 'a')).rejects.toThrow('fell');
  falls = false;
  expect(await fragile('x', 'a')).toEqual({ ok: true, value: 'up' });
});

test('no more is kept than there is room for: what was asked longest ago goes, what is too heavy never stays', async () => {
  const { done, ask } = counted();
  await ask('aaaa', 'a');
  await ask('bbbb', 'b');
  await ask('aaaa', 'a');
  await ask('cccc', 'c');
  await ask('aaaa', 'a');
  expect(done).toEqual(['aaaa', 'bbbb', 'cccc']);
  await ask('bbbb', 'b');
  expect(done).toHaveLength(4);
  await ask('heavier than all', 'd');
  await ask('heavier than all', 'd');
  expect(done).toHaveLength(6);
  await ask('bbbb', 'b');
  expect(done).toHaveLength(6);
});
