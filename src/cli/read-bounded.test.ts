import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBounded } from './read-bounded.ts';

let home = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'read-bounded-'));
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

test('a file is read whole, up to the limit itself', async () => {
  const path = join(home, 'pacte.txt');
  await writeFile(path, 'abcd');
  expect(await readBounded(path, 4)).toEqual({ kind: 'read', bytes: Buffer.from('abcd') });
  expect(await readBounded(path, 3)).toEqual({ kind: 'too-large', bytes: 4 });
});

test('a device that never ends is not opened', async () => {
  expect(await readBounded('/dev/zero', 1_000)).toEqual({ kind: 'no-file' });
});

test('a folder is no document', async () => {
  expect(await readBounded(home, 1_000)).toEqual({ kind: 'folder' });
});

test('a pipe is read to its end, and no further than the limit', async () => {
  const path = join(home, 'pipe');
  execFileSync('mkfifo', [path]);
  const write = (text: string) => spawn('sh', ['-c', `printf '%s' "$1" > "$2"`, 'sh', text, path]);
  write('une mesure');
  expect(await readBounded(path, 100)).toEqual({ kind: 'read', bytes: Buffer.from('une mesure') });
  write('x'.repeat(2_000));
  expect(await readBounded(path, 1_000)).toMatchObject({ kind: 'too-large' });
});
