/**
 * The secret of the site: signs the cookies of sessions and blinds addresses. Given by SITE_SECRET, or made at the first
 * start and kept in DATA_DIR, for the owner of the folder alone. Not in the database: a stolen copy of it opens no session.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from './config.ts';
import { errorCode } from './error-code.ts';

let known: string | undefined;

/** Of this process; reads the settings at the first call. */
export function siteSecret(): string {
  return (known ??= readSecret(readConfig(process.env)));
}

/** Makes the file when it is not there; two processes at once end with the same one. */
export function readSecret({ siteSecret: given, dataDirectory }: Pick<Config, 'siteSecret' | 'dataDirectory'>): string {
  if (given !== null) return given;
  const file = join(dataDirectory, 'secret');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${file} holds no secret of 32 characters or more: delete it, or put it back`);
  return secret;
}

/**
 * Stands for an address where it need not be kept: the same address, whatever its capitals, gives the same 64 digits, and
 * nobody without the secret can look for an address in them. `forWhat` keeps two uses apart.
 */
export function emailDigest(email: string, forWhat: string): string {
  const key = createHmac('sha256', siteSecret()).update(`email ${forWhat}`).digest();
  return createHmac('sha256', key).update(email.toLowerCase()).digest('hex');
}
