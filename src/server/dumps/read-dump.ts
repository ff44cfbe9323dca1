/** The files of a public copy, as they are read back: line by line, some lines at a time. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PACKED } from './dump-files.ts';

const LINES = 200;

/** Lines without their ends; empty ones are left out. */
export async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  const file = createReadStream(path);
  const input = path.endsWith(PACKED) ? pipeline(file, createGunzip(), () => undefined) : file;
  const lines = createInterface({ input, crlfDelay: Infinity });
  let some: string[] = [];
  for await (const line of lines) {
    if (line !== '') some.push(line);
    if (some.length < LINES) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** For `loadDump`: whole objects by their name. A copy that was made before there were any of a kind has no file of them. */
export function objectsIn(folder: string): (name: string) => AsyncIterable<readonly string[]> {
  return async function* (name) {
    const path = join(folder, objectFile(name));
    if (existsSync(path)) yield* linesOf(path);
  };
}

export function objectFile(name: string): string {
  return objectsUnpacked(name) + PACKED;
}

export function objectsUnpacked(name: string): string {
  return `objets-${name}.jsonl`;
}
