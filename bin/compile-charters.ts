/**
 * Checks data/charters and writes the compiled editions beside them: `node bin/compile-charters.ts`.
 *
 * Says every problem with its file and place, and writes nothing then. Run it after any change of a
 * YAML file there; a test fails when it was forgotten.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  compiledFile,
  findChartersFolder,
  fingerprintOf,
  readCharterFiles,
} from '../src/server/charter-files/charter-folder.ts';
import { compileCharters } from '../src/server/charter-files/compile-charters.ts';
import { InvalidCharterFile } from '../src/server/charter-files/invalid-charter-file.ts';

try {
  const folder = findChartersFolder();
  const files = readCharterFiles(folder);
  const editions = compileCharters(files);
  const target = compiledFile(folder);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ fingerprint: fingerprintOf(files), editions }, null, 1)}\n`);
  for (const { id, measures } of editions) console.log(`${id}: ${String(measures.length)} measures`);
} catch (error) {
  if (!(error instanceof InvalidCharterFile)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
