/** The files of data/charters, as they are on the disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `file` as a person names it, from the root of the project: `data/charters/coorace-2020.yaml`. */
export type CharterFile = { readonly file: string; readonly text: string };

/** Found from this module upwards: it runs from src/ as well as from the built server. */
export function findChartersFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', 'charters');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('The folder data/charters is missing: it comes with the program.');
}

export function readCharterFiles(folder: string): readonly CharterFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `data/charters/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Changes whenever a file does: its name or any of its characters. */
export function fingerprintOf(files: readonly CharterFile[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** Where the compiled editions are kept beside their YAML. */
export function compiledFile(folder: string): string {
  return join(folder, 'compiled', 'editions.json');
}
