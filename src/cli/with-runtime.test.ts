import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveAddress, takeAddressAway } from '#server/left-address.ts';
import { createTestDatabase } from '#tests/database.ts';
import { addressOf } from './operator.ts';
import { withRuntime } from './with-runtime.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'with-runtime-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a command prints the address of the site it joins, unless PUBLIC_ORIGIN says another', async () => {
  await leaveAddress(folder, 'http://localhost:4555');
  const settings = { DATA_DIR: folder, DATABASE_URL: await createTestDatabase({ content: 'country' }) };
  const printed = (more: Record<string, string> = {}) =>
    withRuntime({ environment: { ...settings, ...more }, projectDirectory: folder }, async (runtime) =>
      addressOf(runtime, '/pactes/1'),
    );
  expect(await printed()).toBe('http://localhost:4555/pactes/1');
  expect(await printed({ PUBLIC_ORIGIN: 'https://parole.example' })).toBe('https://parole.example/pactes/1');
  await takeAddressAway(folder);
  expect(await printed({ PORT: '4000' })).toBe('http://localhost:4000/pactes/1');
});
