/**
 * A whole copy as one file: every file of it as it stands on the disk, under the names of its list of fingerprints, so that
 * what is unpacked can be checked and loaded as it is. It is written nowhere: its length is known beforehand, and any part of it
 * is read from the files when it is asked for, so that a download that was cut goes on from where it was.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { dumpFiles, SUMS } from './dump-files.ts';

/** What the format can say without its extension: beyond, files come one by one. */
export const MOST_IN_ZIP = 4_000_000_000;

/** Bytes around each entry: before it, and in the list at the end; then the end of that list. All but names. */
const LOCAL = 30;
const LISTED = 46;
const END = 22;
/** 1 January 1980, the first day that an archive can say: the same bytes for the same copy. */
const FIRST_DAY = (1 << 5) | 1;
const READ_AT_ONCE = 1024 * 1024;

export type DumpZip = {
  readonly bytes: number;
  /** From the first byte to the last, both sent. The first reading of a copy looks at all of its bytes before. */
  readonly read: (from: number, to: number) => AsyncGenerator<Uint8Array>;
};

type Entry = { readonly name: Buffer; readonly path: string; readonly bytes: number };
type Part = { readonly bytes: number; readonly read: (from: number, to: number) => AsyncIterable<Uint8Array> };

/** `folder`: of that day. `name`: of the folder that is found in the archive. */
export async function dumpZip(folder: string, name: string): Promise<DumpZip> {
  const sums = join(folder, SUMS);
  const files = [{ name: SUMS, bytes: (await stat(sums)).size }, ...(await dumpFiles(folder))];
  const entries = files.map((file) => ({
    name: Buffer.from(`${name}/${file.name}`),
    path: join(folder, file.name),
    bytes: file.bytes,
  }));
  const around = entries.reduce((sum, entry) => sum + entry.bytes + LOCAL + LISTED + 2 * entry.name.length, END);
  return {
    bytes: around,
    async *read(from, to) {
      let start = 0;
      for (const part of await partsOf(entries)) {
        const end = start + part.bytes;
        if (part.bytes > 0 && end > from && start <= to)
          yield* part.read(Math.max(from - start, 0), Math.min(to, end - 1) - start);
        start = end;
      }
    },
  };
}

/** Tables are packed already: every entry stands as it is. */
async function partsOf(entries: readonly Entry[]): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const said = saidOf(entry, await checkOf(entry.path));
    list.push(listed(entry, said, at));
    const before = Buffer.concat([words([0x04034b50]), said, entry.name]);
    parts.push(held(before), stored(entry));
    at += before.length + entry.bytes;
  }
  const listBytes = list.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.concat([
    words([0x06054b50, 0]),
    halves([entries.length, entries.length]),
    words([listBytes, at]),
    halves([0]),
  ]);
  return [...parts, held(Buffer.concat([...list, end]))];
}

/** What both headers say of an entry: no option, not packed, its day, its check, its length twice, that of its name. */
function saidOf({ name, bytes }: Entry, check: number): Buffer {
  return Buffer.concat([halves([10, 0, 0, 0, FIRST_DAY]), words([check, bytes, bytes]), halves([name.length, 0])]);
}

function listed({ name }: Entry, said: Buffer, at: number): Buffer {
  return Buffer.concat([words([0x02014b50]), halves([20]), said, halves([0, 0, 0]), words([0, at]), name]);
}

function held(bytes: Buffer): Part {
  return {
    bytes: bytes.length,
    async *read(from, to) {
      yield await Promise.resolve(bytes.subarray(from, to + 1));
    },
  };
}

function stored({ path, bytes }: Entry): Part {
  return { bytes, read: (start, end) => createReadStream(path, { start, end, highWaterMark: READ_AT_ONCE }) };
}

function halves(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

/** A file of a day never changes: it is read once for its check (CRC-32), whoever asks, for the last thousands of files. */
const CHECKED = new Map<string, Promise<number>>();
const MOST_CHECKED = 5_000;

async function checkOf(path: string): Promise<number> {
  const known = CHECKED.get(path) ?? readCheck(path);
  if (CHECKED.size >= MOST_CHECKED) CHECKED.clear();
  CHECKED.set(path, known);
  known.catch(() => CHECKED.delete(path));
  return await known;
}

async function readCheck(path: string): Promise<number> {
  let check = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: READ_AT_ONCE }))
    check = crc32(bytes as Uint8Array, check);
  return check;
}
