/**
 * The editions of charters that this site knows: data/charters, read and checked once.
 *
 * Needs no database and no network. How an edition is added: data/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '#domain/charter/edition.ts';
import { assemble } from './charter-files/assemble.ts';
import { parseFile } from './charter-files/parse-file.ts';
import { wordsSchema } from './charter-files/words-schema.ts';

let loaded: readonly Edition[] | null = null;

/** Every edition, by id. Read at the first call, then kept. Throws InvalidCharterFile when a file is wrong. */
export function loadEditions(): readonly Edition[] {
  loaded ??= readEditions(chartersFolder());
  return loaded;
}

/** Null when there is no such edition. */
export function editionById(id: string): Edition | null {
  return loadEditions().find((edition) => edition.id === id) ?? null;
}

function readEditions(folder: string): readonly Edition[] {
  const files = readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.yaml$/.test(file))
    .sort();
  return files.map((file) =>
    assemble(parseFile(wordsSchema, { file: `data/charters/${file}`, text: readFileSync(join(folder, file), 'utf8') })),
  );
}

/** The folder is found from here upwards: this module runs from src/ as well as from the built server. */
function chartersFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', 'charters');
    try {
      readdirSync(candidate);
      return candidate;
    } catch {
      continue;
    }
  }
  throw new Error('data/charters is missing beside the program');
}
