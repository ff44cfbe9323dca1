/** From the YAML files of data/charters to editions, everything checked. Slow to load (YAML, schemas): see ../charters.ts. */
import type { Edition } from '#domain/charter/edition.ts';
import { assemble } from './assemble.ts';
import type { CharterFile } from './charter-folder.ts';
import { InvalidCharterFile } from './invalid-charter-file.ts';
import { notesSchema } from './notes-schema.ts';
import { parseFile } from './parse-file.ts';
import { wordsSchema } from './words-schema.ts';

/** Editions by id. Throws InvalidCharterFile for the first file that is wrong, with all that is wrong in it. */
export function compileCharters(files: readonly CharterFile[]): readonly Edition[] {
  const charters = files.filter(({ file }) => !file.endsWith('.notes.yaml'));
  for (const { file } of files) {
    if (file.endsWith('.notes.yaml') && !charters.some((charter) => notesFileOf(charter.file) === file)) {
      throw new InvalidCharterFile(file, [
        `(whole file): there is no ${file.replace('.notes.yaml', '.yaml')} beside it`,
      ]);
    }
  }
  return charters.map((charter) => compileOne(charter, files)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function compileOne(charter: CharterFile, files: readonly CharterFile[]): Edition {
  const words = parseFile(wordsSchema, charter);
  if (!charter.file.endsWith(`/${words.id}.yaml`)) {
    throw new InvalidCharterFile(charter.file, [`id: Expected the name of the file, not ${words.id}`]);
  }
  const notesFile = files.find(({ file }) => file === notesFileOf(charter.file));
  const notes = notesFile === undefined ? null : parseFile(notesSchema, notesFile);
  const { edition, problems } = assemble(words, notes);
  if (problems.length > 0) throw new InvalidCharterFile(notesFileOf(charter.file), problems);
  return edition;
}

function notesFileOf(charterFile: string): string {
  return charterFile.replace(/\.yaml$/, '.notes.yaml');
}
