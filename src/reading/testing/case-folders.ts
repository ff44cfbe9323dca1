/**
 * The cases of src/reading/cases: one folder a document, whose `case.yaml` says what it is.
 *
 *     about    where the document comes from, what makes it hard
 *     source   its text, from the root of the project; absent: `source.txt` beside
 *     kind     what it must be recognised as; absent: `pact`
 *     charter  edition to read it against; absent: recognised
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Reading } from '#reading/contract.ts';

export type ReadingCase = {
  readonly name: string;
  readonly folder: string;
  readonly kind: Reading['kind'];
  readonly charter: string | null;
  readonly text: string;
};

const CASES = join(import.meta.dirname, '../cases');
const ROOT = join(CASES, '../../..');

/** In the order of their names. */
export function readingCases(): readonly ReadingCase[] {
  return readdirSync(CASES)
    .filter((name) => existsSync(join(CASES, name, 'case.yaml')))
    .map(readingCase);
}

/** Throws when there is no such folder. */
export function readingCase(name: string): ReadingCase {
  const folder = join(CASES, name);
  const { source, kind, charter } = parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as CaseFile;
  const file = source === undefined ? join(folder, 'source.txt') : join(ROOT, source);
  return { name, folder, kind: kind ?? 'pact', charter: charter ?? null, text: readFileSync(file, 'utf8') };
}

type CaseFile = {
  readonly about: string;
  readonly source?: string;
  readonly kind?: Reading['kind'];
  readonly charter?: string;
};
