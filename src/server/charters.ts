/**
 * The editions of charters that this site knows: data/charters, read and checked once.
 *
 * YAML is for people and slow to read (100 ms here, schemas included), so the editions are also
 * kept compiled (data/charters/compiled, by bin/compile-charters.ts) and read from there in a few
 * milliseconds. The YAML stays the only truth: a compiled file that does not carry the fingerprint
 * of the YAML as it is now is left aside, and the YAML read and checked instead.
 *
 * Needs no database and no network. How an edition is added: data/README.md.
 */
import { readFileSync } from 'node:fs';
import type { Edition } from '#domain/charter/edition.ts';
import { compiledFile, findChartersFolder, fingerprintOf, readCharterFiles } from './charter-files/charter-folder.ts';

export type CompiledEditions = { readonly fingerprint: string; readonly editions: readonly Edition[] };

/** Awaited here so that asking for an edition is not a promise; a wrong file stops the program at its start. */
const editions = await readEditions();

/** Every edition, by id. The same values at every call. */
export function loadEditions(): readonly Edition[] {
  return editions;
}

/** Null when there is no such edition. */
export function editionById(id: string): Edition | null {
  return editions.find((edition) => edition.id === id) ?? null;
}

async function readEditions(): Promise<readonly Edition[]> {
  const folder = findChartersFolder();
  const files = readCharterFiles(folder);
  const compiled = readCompiled(compiledFile(folder));
  if (compiled?.fingerprint === fingerprintOf(files)) return compiled.editions;
  const { compileCharters } = await import('./charter-files/compile-charters.ts');
  return compileCharters(files);
}

function readCompiled(file: string): CompiledEditions | null {
  try {
    // Written by our own compiler from checked values; its fingerprint says so, and a test compares the two.
    return JSON.parse(readFileSync(file, 'utf8')) as CompiledEditions;
  } catch {
    return null;
  }
}
