/**
 * The file of the key in use: DATA_DIR/keys/seal.pem, its private key and its certificate, readable by its owner alone.
 * Nothing else of this site reads or writes it; it is never sent, logged or put in an export.
 */
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { derIn, freshKey, pemOf, type FreshKey } from './x509.ts';

/** The folder of keys inside the data directory. */
export function keysFolder(dataDirectory: string): string {
  return join(dataDirectory, 'keys');
}

export class UnreadableKey extends Error {}

/** Null: there is none. Throws UnreadableKey when the file is not one of ours. */
export async function readKey(folder: string): Promise<FreshKey | null> {
  const file = join(folder, FILE);
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  const der = derIn(pem, 'PRIVATE KEY');
  const certificate = derIn(pem, 'CERTIFICATE');
  if (der === null || certificate === null) throw new UnreadableKey(`${file} holds no key and certificate`);
  const privateKey = await crypto.subtle
    .importKey('pkcs8', Buffer.from(der), CURVE, true, ['sign'])
    .catch((cause: unknown) => {
      throw new UnreadableKey(`${file} holds a key of another kind`, { cause });
    });
  return { privateKey, certificate };
}

/** The key that is there, or a fresh one: two processes that start together agree on one. */
export async function readOrMakeKey(
  folder: string,
  given: { readonly name: string; readonly now: Date },
): Promise<FreshKey> {
  const there = await readKey(folder);
  if (there !== null) return there;
  const draft = await writeDraft(folder, await freshKey(given.name, given.now));
  try {
    // Unlike a rename, this fails when somebody else was first.
    await link(draft, join(folder, FILE));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  const made = await readKey(folder);
  if (made === null) throw new UnreadableKey('the key went away while it was made');
  return made;
}

/** Puts a fresh key in the place of the one in use, whose private key is gone from then on. */
export async function replaceKey(
  folder: string,
  given: { readonly name: string; readonly now: Date },
): Promise<FreshKey> {
  const fresh = await freshKey(given.name, given.now);
  await rename(await writeDraft(folder, fresh), join(folder, FILE));
  return fresh;
}

async function writeDraft(folder: string, { privateKey, certificate }: FreshKey): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const draft = join(folder, `.${randomUUID()}.pem`);
  const key = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  const pem = pemOf('PRIVATE KEY', key) + pemOf('CERTIFICATE', certificate);
  await writeFile(draft, pem, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

const FILE = 'seal.pem';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
