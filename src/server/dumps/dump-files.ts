/**
 * The folder of a public copy on disk: `dumps/2026-05-12`, made under a name that nobody is given, renamed when everything
 * is in it. Killed half-way, it leaves remains that the next one takes away; a day is there whole, or not at all.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';

export type DumpFile = {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
};

export type FileBeingMade = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly end: () => Promise<DumpFile>;
};

export const SUMS = 'SHA256SUMS';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BEING_MADE = '.en-cours-';
const GOING_AWAY = '.a-effacer-';

export function dumpsFolder(dataDirectory: string): string {
  return join(dataDirectory, 'dumps');
}

/** Days that are there whole, latest first. */
export async function dumpDays(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => DAY.test(name))
    .sort()
    .reverse();
}

/** Those of a day, in the order of its list; empty: there is no such copy. The list itself is not in it. */
export async function dumpFiles(folder: string): Promise<readonly DumpFile[]> {
  const sums = await readFile(join(folder, SUMS), 'utf8').catch(() => '');
  const named = sums.split('\n').flatMap((line) => {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}([A-Za-z0-9][\w.-]*)$/.exec(line) ?? [];
    return sha256 === undefined || name === undefined ? [] : [{ sha256, name }];
  });
  return await Promise.all(
    named.map(async ({ sha256, name }) => ({ name, sha256, bytes: (await stat(join(folder, name))).size })),
  );
}

/** Bytes go to the disk and into the hash as they come. Throws when the disk is full; nothing of it is shown then. */
export async function makeFile(folder: string, name: string): Promise<FileBeingMade> {
  const file = await open(join(folder, name), 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(more) {
      if (more.length === 0) return;
      hash.update(more);
      bytes += more.length;
      for (let written = 0; written < more.length;) {
        written += (await file.write(more, written, more.length - written)).bytesWritten;
      }
    },
    async end() {
      await file.sync();
      await file.close();
      return { name, bytes, sha256: hash.digest('hex') };
    },
  };
}

/** The end of the name of a file that stands packed on the disk. */
export const PACKED = '.gz';

/** A file packed as it is made, under its name with `.gz`: text takes an eighth of the room. The same bytes give the same file. */
export async function makePackedFile(folder: string, name: string): Promise<FileBeingMade> {
  const file = await makeFile(folder, name + PACKED);
  const gzip = createGzip();
  const kept = (async () => {
    for await (const bytes of gzip) await file.write(bytes as Uint8Array);
  })();
  // Told by the next write, or at the end.
  kept.catch(() => undefined);
  return {
    async write(more) {
      if (more.length > 0 && !gzip.write(more)) await Promise.race([once(gzip, 'drain'), kept]);
    },
    async end() {
      gzip.end();
      await kept;
      return await file.end();
    },
  };
}

export async function makeTextFile(folder: string, name: string, text: string): Promise<DumpFile> {
  const file = await makeFile(folder, name);
  await file.write(Buffer.from(text));
  return await file.end();
}

/** A folder to work in, beside the days; what earlier ones left half-made goes away. Only one is made at a time. */
export async function beginFolder(folder: string, day: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const made = join(folder, `${BEING_MADE}${day}`);
  await mkdir(made);
  return made;
}

export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(BEING_MADE) && !name.startsWith(GOING_AWAY)) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** From now on it is there for everybody, whole. */
export async function endFolder(folder: string, { made, day }: { made: string; day: string }): Promise<void> {
  await rename(made, join(folder, day));
  const parent = await open(folder, 'r');
  await parent.sync();
  await parent.close();
}

/** A file that is the same as in another copy takes no room twice: both names lead to the same bytes. */
export async function shareFile(file: DumpFile, { here, there }: { here: string; there: string }): Promise<boolean> {
  const same = (await dumpFiles(there)).find(({ name, sha256 }) => name === file.name && sha256 === file.sha256);
  // What the other says of itself is looked at again: its bytes would become ours.
  if (same === undefined || (await hashOf(join(there, file.name))) !== file.sha256) return false;
  const linked = join(here, `${file.name}.lien`);
  try {
    await link(join(there, file.name), linked);
  } catch {
    // Some disks know no such links: it is there twice, then.
    return false;
  }
  await rename(linked, join(here, file.name));
  return true;
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  return hash.digest('hex');
}

/** Out of sight at once, then away: nobody is given a folder of which half is gone. */
export async function dropDay(folder: string, day: string): Promise<void> {
  const going = join(folder, `${GOING_AWAY}${day}`);
  await rename(join(folder, day), going);
  await rm(going, { recursive: true, force: true });
}
