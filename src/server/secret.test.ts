import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emailDigest, readSecret } from './secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('is made once, for the owner of the folder alone', () => {
  const made = readSecret({ siteSecret: null, dataDirectory: folder });
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(readSecret({ siteSecret: null, dataDirectory: folder })).toBe(made);
  expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(made);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('is the one given, and then no file is made', () => {
  expect(readSecret({ siteSecret: 'x'.repeat(32), dataDirectory: join(folder, 'none') })).toBe('x'.repeat(32));
});

test('an emptied file is refused rather than believed', () => {
  writeFileSync(join(folder, 'secret'), '\n');
  expect(() => readSecret({ siteSecret: null, dataDirectory: folder })).toThrow('delete it, or put it back');
});

test('an address is blinded alike whatever its capitals, and apart for each use', () => {
  expect(emailDigest('Zoe@exemple.fr', 'ballot 1')).toBe(emailDigest('zoe@exemple.fr', 'ballot 1'));
  expect(emailDigest('zoe@exemple.fr', 'ballot 1')).not.toBe(emailDigest('zoe@exemple.fr', 'ballot 2'));
  expect(emailDigest('zoe@exemple.fr', 'ballot 1')).toMatch(/^[0-9a-f]{64}$/);
});
