import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKey, readOrMakeKey, replaceKey, UnreadableKey } from './key-file.ts';
import { certificateFingerprint } from './x509.ts';

const GIVEN = { name: 'parole.example', now: new Date('2026-03-12T19:04:05Z') };
let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'keys-')), 'keys');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

describe('the key of a site', () => {
  test('is made once, and found again', async () => {
    expect(await readKey(folder)).toBeNull();
    const made = await readOrMakeKey(folder, GIVEN);
    const again = await readOrMakeKey(folder, GIVEN);
    expect(certificateFingerprint(again.certificate)).toBe(certificateFingerprint(made.certificate));
  });
  test('is for its owner alone', async () => {
    await readOrMakeKey(folder, GIVEN);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'seal.pem'))).mode & 0o777).toBe(0o600);
  });
  test('is one, when several start at the same instant', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readOrMakeKey(folder, GIVEN)));
    expect(new Set(keys.map(({ certificate }) => certificateFingerprint(certificate))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['seal.pem']);
  });
  test('replaced, the old private key is nowhere any more', async () => {
    await readOrMakeKey(folder, GIVEN);
    const before = await readFile(join(folder, 'seal.pem'), 'utf8');
    await replaceKey(folder, GIVEN);
    expect(await readdir(folder)).toEqual(['seal.pem']);
    expect(await readFile(join(folder, 'seal.pem'), 'utf8')).not.toBe(before);
  });
  test('damaged, is told and never silently replaced', async () => {
    await readOrMakeKey(folder, GIVEN);
    await writeFile(join(folder, 'seal.pem'), 'rien');
    await expect(readOrMakeKey(folder, GIVEN)).rejects.toThrow(UnreadableKey);
  });
});
