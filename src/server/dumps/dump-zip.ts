/**
 * A whole copy as one file: every file of it as it stands on the disk, under the names of its list of fingerprints, so that
 * what is unpacked can be checked and loaded as it is. Read as it is sent; nothing of it is kept in memory.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import { dumpFiles, SUMS } from './dump-files.ts';

/** What the format can say without its extension, which the library does not write: beyond, files come one by one. */
export const MOST_IN_ZIP = 4_000_000_000;

/** The first day that an archive can say, in the local time in which it says it: the same bytes for the same copy. */
const NO_TIME = new Date(1980, 0, 1);

/** `folder`: of that day. `name`: of the folder that is found in the archive. */
export async function* zippedDump(folder: string, name: string): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    made.push(bytes);
  });
  for (const file of [SUMS, ...(await dumpFiles(folder)).map((one) => one.name)]) {
    // Tables are packed already.
    const entry = new ZipPassThrough(`${name}/${file}`);
    entry.mtime = NO_TIME;
    zip.add(entry);
    for await (const bytes of createReadStream(join(folder, file))) {
      entry.push(bytes as Uint8Array);
      yield* made.splice(0);
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* made.splice(0);
}
