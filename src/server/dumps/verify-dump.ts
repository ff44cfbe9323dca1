/**
 * Whether a public copy is what it says: every byte by its checksums, every row by its schema, every object beside those that
 * it names. Needs no database.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { CSV_MARK } from '#publishing/spreadsheet/csv.ts';
import {
  brokenColumns,
  brokenNames,
  PACKAGE,
  type ReadPackage,
  type ReadSchema,
} from '#publishing/open-data/files/data-package-rules.ts';
import { dumpFiles, hashOf, SUMS } from './dump-files.ts';
import { MOST, type DumpFault } from './dump-fault.ts';
import { linesOf } from './read-dump.ts';
import { verifyLines, type CheckLine } from './verify-lines.ts';
import { verifyObjects } from './verify-objects.ts';
import { DUMP_FORMAT } from './write-dump.ts';

export type VerifiedDump = {
  readonly faults: readonly DumpFault[];
  readonly files: number;
  readonly bytes: number;
  /** Null: it could not be read. */
  readonly copy: { readonly day: string; readonly site: string; readonly sha256: string } | null;
};

export async function verifyDump(folder: string): Promise<VerifiedDump> {
  const names = await readdir(folder).catch((): string[] => []);
  const described = await readPackage(folder);
  if (!names.includes(SUMS) || described === null) {
    return { faults: [{ kind: 'no-dump' }], files: 0, bytes: 0, copy: null };
  }
  const { faults, bytes } = await verifyBytes(folder, names);
  const copy = {
    day: typeof described['version'] === 'string' ? described['version'] : '',
    site: typeof described['homepage'] === 'string' ? described['homepage'] : '',
    sha256: await hashOf(join(folder, SUMS)),
  };
  const read = v.safeParse(PACKAGE, described);
  if (!read.success) {
    const detail = read.issues
      .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)
      .slice(0, 5)
      .join('; ');
    return { faults: [...faults, { kind: 'bad-description', detail }], files: names.length - 1, bytes, copy };
  }
  if (read.output.format !== DUMP_FORMAT) faults.push({ kind: 'other-format', format: read.output.format });
  faults.push(...brokenNames(read.output).map((detail): DumpFault => ({ kind: 'bad-description', detail })));
  // What is not there was told.
  const there = { ...read.output, resources: read.output.resources.filter(({ path }) => names.includes(path)) };
  faults.push(...(await verifyTables(folder, there)));
  faults.push(
    ...(await verifyObjects(folder, there, { whole: there.resources.length === read.output.resources.length })),
  );
  return { faults: faults.slice(0, MOST), files: names.length - 1, bytes, copy };
}

async function readPackage(folder: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

async function verifyBytes(folder: string, names: readonly string[]) {
  const faults: DumpFault[] = [];
  const sums = await readFile(join(folder, SUMS), 'utf8');
  const listed = [...sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gmu)].flatMap(([, name]) => name ?? []);
  for (const file of listed) if (!names.includes(file)) faults.push({ kind: 'missing', file });
  for (const file of names) if (file !== SUMS && !listed.includes(file)) faults.push({ kind: 'not-listed', file });
  let bytes = 0;
  for (const file of faults.some(({ kind }) => kind === 'missing') ? [] : await dumpFiles(folder)) {
    bytes += file.bytes;
    if ((await hashOf(join(folder, file.name))) !== file.sha256) faults.push({ kind: 'changed', file: file.name });
  }
  return { faults, bytes };
}

async function verifyTables(folder: string, { resources }: ReadPackage): Promise<readonly DumpFault[]> {
  const faults: DumpFault[] = [];
  for (const { name, path, rows, format, schema } of resources) {
    const names = schema?.fields.map((field) => field.name) ?? [];
    if (format === 'csv' && schema !== undefined) {
      const header = await firstLine(join(folder, path));
      if (header !== CSV_MARK + names.join(',')) faults.push({ kind: 'other-columns', file: path });
    }
    const table = resources.find((one) => `${one.name}-jsonl` === name)?.schema;
    if (format !== 'jsonl' || table === undefined) continue;
    faults.push(...(await verifyLines(folder, { path, rows }, rowsOf(table))));
    if (faults.length >= MOST) break;
  }
  return faults;
}

/** Each row by the schema of its table. */
function rowsOf(table: ReadSchema): CheckLine {
  let before = '';
  return (row, { file, line }) => {
    const columns = brokenColumns(row, table);
    // Rows stand in the order of their key: the same one twice stands side by side.
    const key = JSON.stringify(table.primaryKey.map((name) => row[name]));
    const twice = key === before;
    before = key;
    return [
      ...(columns.length > 0 ? [{ kind: 'bad-row', file, line, columns } as const] : []),
      ...(twice ? [{ kind: 'twice', file, line } as const] : []),
    ];
  };
}

async function firstLine(path: string): Promise<string> {
  for await (const [line = ''] of linesOf(path)) return line;
  return '';
}
