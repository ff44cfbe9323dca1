/**
 * The address of a running site, left in DATA_DIR so that a command typed beside it prints links that open. A site that was
 * killed leaves its last one, which the next start replaces.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'site-address';

/** Only a help for commands: a folder that cannot be written is no reason not to serve. */
export async function leaveAddress(dataDirectory: string, address: string): Promise<void> {
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await writeFile(join(dataDirectory, FILE), `${address}\n`);
  } catch {
    // Commands then go by PORT.
  }
}

export async function takeAddressAway(dataDirectory: string): Promise<void> {
  await rm(join(dataDirectory, FILE), { force: true }).catch(() => undefined);
}

/** Scheme and host without a trailing slash; null when no site left one that can be read. */
export async function leftAddress(dataDirectory: string): Promise<string | null> {
  const text = (await readFile(join(dataDirectory, FILE), 'utf8').catch(() => '')).trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}
