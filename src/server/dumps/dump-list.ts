/** What a page tells of a copy: its files with their sizes and fingerprints, and how many are as in the copy before it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { PACKAGE } from '#publishing/open-data/files/data-package-rules.ts';
import { dumpDays, dumpFiles, PACKED, SUMS, type DumpFile } from './dump-files.ts';
import { MOST_IN_ZIP } from './dump-zip.ts';

export type DumpLine = {
  readonly day: string;
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
};

export type DumpShown = DumpLine & {
  readonly createdAt: Date;
  readonly description: string;
  /** Small enough to be given as one file (./dump-zip.ts). */
  readonly isOneFile: boolean;
  /** SHA-256 of the list of all fingerprints: it stands for the whole copy. */
  readonly sha256: string;
  /** Tables in their formats, then whole objects. `rows`: lines. */
  readonly tables: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly rows: number;
    readonly files: readonly ShownFile[];
  }[];
  readonly objects: readonly (ShownFile & { readonly description: string; readonly rows: number })[];
  /** The description, the licence, the read-me. */
  readonly others: readonly ShownFile[];
};

export type NamedFile = DumpFile & { readonly stored: string; readonly mediaType: string };

export type ShownFile = DumpFile & {
  readonly format: string;
  readonly mediaType: string;
  readonly isAsBefore: boolean;
};

/** Latest first. `folder`: of all days. */
export async function dumpLines(folder: string): Promise<readonly DumpLine[]> {
  const days = await dumpDays(folder);
  const all = await Promise.all(days.map((day) => filesOf(folder, day)));
  return days.map((day, at) => lineOf(day, all[at] ?? [], all[at + 1] ?? []));
}

/** Null: no copy of this day is kept. */
export async function dumpShown(folder: string, day: string): Promise<DumpShown | null> {
  const days = await dumpDays(folder);
  const at = days.indexOf(day);
  if (at < 0) return null;
  const [files, before] = await Promise.all([filesOf(folder, day), filesOf(folder, days[at + 1] ?? '')]);
  const [described, sums] = await Promise.all([
    readFile(join(folder, day, 'datapackage.json'), 'utf8'),
    sumsOf(folder, day),
  ]);
  const { created, description, resources } = v.parse(PACKAGE, JSON.parse(described));
  const known = new Set(before.map(({ name, sha256 }) => `${sha256} ${name}`));
  const shown = (file: DumpFile): ShownFile => {
    const resource = resources.find(({ path }) => path === file.name);
    return {
      ...file,
      format: resource?.format ?? file.name.replace(/^.*\./u, ''),
      mediaType: resource?.mediatype ?? OTHER_TYPES[file.name] ?? 'application/octet-stream',
      isAsBefore: known.has(`${file.sha256} ${file.name}`),
    };
  };
  const fileNamed = (path: string) => files.filter(({ name }) => name === path).map(shown);
  const line = lineOf(day, files, before);
  return {
    ...line,
    isOneFile: line.bytes <= MOST_IN_ZIP,
    createdAt: new Date(created),
    description,
    sha256: sums,
    tables: resources
      .filter(({ schema }) => schema !== undefined)
      .map(({ name, title, description: about, rows }) => ({
        ...{ name, title, description: about, rows },
        files: resources
          .filter((one) => one.name === name || one.name === `${name}-${one.format}`)
          .flatMap(({ path }) => fileNamed(path)),
      })),
    objects: resources
      .filter(({ name }) => name.startsWith('objets-'))
      .flatMap(({ path, description: about, rows }) =>
        fileNamed(path).map((file) => ({ ...file, description: about, rows })),
      ),
    others: files.filter(({ name }) => resources.every(({ path }) => path !== name)).map(shown),
  };
}

/**
 * One of the copy's own files; null: it has none of this name. A file that stands packed on the disk is found with `.gz` in
 * its name, as the list of fingerprints has it, and without: `stored` is the name on the disk.
 */
export async function dumpFileNamed(
  folder: string,
  { day, name }: { day: string; name: string },
): Promise<NamedFile | null> {
  if (!(await dumpDays(folder)).includes(day)) return null;
  if (name === SUMS) {
    const sums = await readFile(join(folder, day, SUMS));
    return { name, stored: name, bytes: sums.length, sha256: await sumsOf(folder, day), mediaType: 'text/plain' };
  }
  const files = await filesOf(folder, day);
  const file = files.find((one) => one.name === name) ?? files.find((one) => one.name === name + PACKED);
  if (file === undefined) return null;
  const mediaType = name.endsWith(PACKED) ? 'application/gzip' : mediaTypeOf(name);
  return { ...file, name, stored: file.name, mediaType };
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  'datapackage.json': 'application/json',
  'LICENCE.txt': 'text/plain',
  'LISEZMOI.md': 'text/markdown',
};

const BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
};

function mediaTypeOf(name: string): string {
  return OTHER_TYPES[name] ?? BY_EXTENSION[name.replace(/^.*\./u, '')] ?? 'application/octet-stream';
}

function lineOf(day: string, files: readonly DumpFile[], before: readonly DumpFile[]): DumpLine {
  const known = new Set(before.map(({ name, sha256 }) => `${sha256} ${name}`));
  return {
    day,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    changed: files.filter(({ name, sha256 }) => !known.has(`${sha256} ${name}`)).length,
  };
}

/** A day that is there never changes: what was read of it once is kept, a hundred days at most. */
const READ = new Map<string, Promise<readonly DumpFile[]>>();
const MOST_READ = 100;

async function filesOf(folder: string, day: string): Promise<readonly DumpFile[]> {
  if (day === '') return [];
  const path = join(folder, day);
  const known = READ.get(path) ?? dumpFiles(path);
  if (READ.size >= MOST_READ) READ.clear();
  READ.set(path, known);
  known.catch(() => READ.delete(path));
  return await known;
}

async function sumsOf(folder: string, day: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(folder, day, SUMS)))
    .digest('hex');
}
