import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withRuntime } from '#cli/with-runtime.ts';
import { addressOf } from '#cli/operator.ts';
import { createTestDatabase } from '#tests/database.ts';
import { leaveAddress, leftAddress, takeAddressAway } from './left-address.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'left-address-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the address of a running site is found beside it, and no longer once it stopped', async () => {
  expect(await leftAddress(folder)).toBeNull();
  await leaveAddress(folder, 'http://localhost:4555');
  expect(await leftAddress(folder)).toBe('http://localhost:4555');
  await takeAddressAway(folder);
  expect(await leftAddress(folder)).toBeNull();
});

test('what is no address of the web is not repeated', async () => {
  await writeFile(join(folder, 'site-address'), 'file:///etc');
  expect(await leftAddress(folder)).toBeNull();
});

test('a folder that cannot be made keeps no site from starting', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(leaveAddress(join(folder, 'file', 'data'), 'http://localhost:1')).resolves.toBeUndefined();
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
