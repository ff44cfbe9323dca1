import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
