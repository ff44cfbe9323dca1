import { expect, test } from 'vitest';
import { TypstFailure, typstPdf } from './typst-process.ts';

const NOTHING = { template: 'pact', data: {}, attached: [] } as const;

test('what cannot be set is told, and does not take the server with it', async () => {
  const failed = typstPdf(NOTHING);
  await expect(failed).rejects.toThrow(TypstFailure);
  await expect(failed).rejects.toMatchObject({ reason: 'failed' });
});

test('what takes too long is killed', async () => {
  await expect(typstPdf(NOTHING, 1)).rejects.toMatchObject({ reason: 'too-long' });
});

test('many at once wait in line, and all are answered', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 6 }, () => typstPdf(NOTHING, 1)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
});

test('past forty that wait, the next is told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 45 }, () => typstPdf(NOTHING, 1)));
  const busy = answers.filter((answer) => answer.status === 'rejected' && /busy/.test(String(answer.reason)));
  expect(busy).toHaveLength(3);
});
