/**
 * The editions of charters that this site knows: data/charters, read and checked once, and those published from the workbench,
 * which are told to this process as they are published (./editions-kept.ts).
 *
 * YAML is for people and slow to read (100 ms here, schemas included), so the editions are also
 * kept compiled (data/charters/compiled, by bin/compile-charters.ts) and read from there in a few
 * milliseconds. The YAML stays the only truth: a compiled file that does not carry the fingerprint
 * of the YAML as it is now is left aside, and the YAML read and checked instead.
 *
 * Asks no database and no network. How an edition is added: data/README.md.
 */
import { readFileSync } from 'node:fs';
import type { Edition } from '#domain/charter/edition.ts';
import { compiledFile, findChartersFolder, fingerprintOf, readCharterFiles } from './charter-files/charter-folder.ts';

export type CompiledEditions = { readonly fingerprint: string; readonly editions: readonly Edition[] };

/** Awaited here so that asking for an edition is not a promise; a wrong file stops the program at its start. */
const fromFiles = await readEditions();

type Known = {
  /** Published from the workbench. */
  readonly made: readonly Edition[];
  readonly all: readonly Edition[];
  /** No new negotiation with these, of either kind. */
  readonly withdrawn: ReadonlySet<string>;
};

declare global {
  /** The built handler is another copy of this module: what was published is told to both here. */
  var paroleTenueEditions: Known | undefined;
}

/** Every edition: those of the files, then those published here, by id. The same values at every call, until one is published. */
export function loadEditions(): readonly Edition[] {
  return globalThis.paroleTenueEditions?.all ?? fromFiles;
}

/** Null when there is no such edition. */
export function editionById(id: string): Edition | null {
  return loadEditions().find((edition) => edition.id === id) ?? null;
}

/** Those that are for the whole country: what a document is compared with when nobody says more. */
export function nationalEditions(): readonly Edition[] {
  return loadEditions().filter(({ local }) => local === undefined);
}

/** Those that may be signed from now on by what these collectives carry: the national ones and their own, withdrawn ones left out. */
export function editionsOffered(collectives: readonly number[] = []): readonly Edition[] {
  const withdrawn = globalThis.paroleTenueEditions?.withdrawn;
  return loadEditions().filter(
    ({ id, local }) => withdrawn?.has(id) !== true && (local === undefined || collectives.includes(local.collective)),
  );
}

/** Those published from the workbench, to be told to a thread, which has a memory of its own. */
export function editionsMadeHere(): readonly Edition[] {
  return globalThis.paroleTenueEditions?.made ?? [];
}

/**
 * All that was published from the workbench so far, and the ids of all that is withdrawn from use (./editions-kept.ts). A file wins
 * over an edition of the same id.
 */
export function keepEditionsMade(made: readonly Edition[], withdrawn: Iterable<string> = []): void {
  const taken = new Set(fromFiles.map(({ id }) => id));
  const own = made.filter(({ id }) => !taken.has(id));
  const known = { made: own, all: [...fromFiles, ...own], withdrawn: new Set(withdrawn) };
  globalThis.paroleTenueEditions = own.length + known.withdrawn.size === 0 ? undefined : known;
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
