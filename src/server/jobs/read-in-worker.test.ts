import { expect, test } from 'vitest';
import { workerReader, type WorkerBounds } from './read-in-worker.ts';

const FILE = { bytes: new Uint8Array([1, 2, 3]), filename: 'x.txt' };
const BOUNDS: WorkerBounds = { milliseconds: 20_000, megabytes: 40, threads: 1, waiting: 1 };

/** A thread that runs `code` instead of the reader. */
function reader(code: string, bounds: Partial<WorkerBounds> = {}) {
  const program = `import { parentPort, workerData } from 'node:worker_threads';\n${code}`;
  const entry = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  return workerReader({ ...BOUNDS, ...bounds }, () => entry);
}

test('hands over the file and what was wished, and brings the answer back', async () => {
  const read = reader('parentPort.postMessage({ ok: true, value: workerData })');
  expect(await read(FILE, { as: 'plan' })).toMatchObject({ ok: true, value: { wish: { as: 'plan' }, file: FILE } });
});

test('kills what never ends', async () => {
  const read = reader('for (;;);', { milliseconds: 300 });
  expect(await read(FILE, {})).toEqual({ ok: false, refusal: { kind: 'reading-took-too-long', seconds: 0 } });
});

test('kills what grows without end', async () => {
  const read = reader('const kept = []; for (;;) kept.push(new Array(100_000).fill({ a: 1 }).map((x) => ({ ...x })));');
  expect(await read(FILE, {})).toEqual({ ok: false, refusal: { kind: 'reading-too-heavy' } });
});

test('a bug of the reader is thrown, never a refusal', async () => {
  await expect(reader('throw new TypeError("x")')(FILE, {})).rejects.toThrow('the reader failed');
  await expect(reader('process.exit(3)')(FILE, {})).rejects.toThrow('without an answer');
});

test('refuses the one too many, and goes on afterwards', async () => {
  const read = reader('parentPort.postMessage({ ok: false, refusal: { kind: "no-text" } })');
  const answers = await Promise.all([read(FILE, {}), read(FILE, {}), read(FILE, {})]);
  expect(answers.map((answer) => (answer.ok ? 'read' : answer.refusal.kind))).toEqual([
    'no-text',
    'no-text',
    'reader-busy',
  ]);
  expect(await read(FILE, {})).toMatchObject({ refusal: { kind: 'no-text' } });
});

test('the thread sees nothing of the environment, but where our own modules are compiled', async () => {
  const read = reader('parentPort.postMessage({ ok: true, value: Object.keys(process.env) })');
  expect(await read(FILE, {})).toEqual({ ok: true, value: ['NODE_COMPILE_CACHE'] });
});
