/**
 * Whether whole objects can be loaded as they stand: each row beside those that it names, read in the order of loading. Rows
 * of the territory are not in a copy: whether a site knows the communes that are named is asked when loading.
 */
import type { ReadPackage } from '#publishing/open-data/files/data-package-rules.ts';
import { MOST, type DumpFault } from './dump-fault.ts';
import { objectFile } from './read-dump.ts';
import type { KeptObject } from './kept-object.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';
import { REFERENCES } from './object-references.ts';
import { verifyLines, type CheckLine } from './verify-lines.ts';

/** What can be named, of the rows that were read: by `table.column`. */
type Named = ReadonlyMap<string, Set<unknown>>;

/** `whole`: false when files are missing, which was told: that rows of theirs are missing is no news. */
export async function verifyObjects(
  folder: string,
  { resources }: ReadPackage,
  { whole }: { readonly whole: boolean },
): Promise<readonly DumpFault[]> {
  const parents = Object.values(REFERENCES).flatMap((columns) => Object.values(columns));
  const named = new Map(parents.map((parent) => [parent, new Set<unknown>()]));
  const faults: DumpFault[] = [];
  for (const object of KEPT_OBJECTS) {
    const described = resources.find(({ path }) => path === objectFile(object.name));
    if (described === undefined) continue;
    const { check, end } = lineOf(object, named);
    const found = await verifyLines(folder, described, check);
    faults.push(...[...found, ...end()].filter(({ kind }) => whole || kind !== 'no-parent'));
    if (faults.length >= MOST) break;
  }
  return faults;
}

/** `end`: what only the end of the file tells, of rows that may name a later one. */
function lineOf(
  object: KeptObject,
  named: Named,
): { readonly check: CheckLine; readonly end: () => readonly DumpFault[] } {
  const waiting: { readonly fault: DumpFault; readonly parent: string; readonly key: unknown }[] = [];
  const check: CheckLine = (said, at) => {
    const faults: DumpFault[] = [];
    const own = said[object.table];
    if (!isRow(own)) return [{ kind: 'bad-row', ...at, columns: [object.table] }];
    const tables: readonly { table: string; rows: unknown; later: readonly string[] }[] = [
      { table: object.table, rows: [own], later: object.later ?? [] },
      ...object.parts.map(({ table }) => ({ table, rows: said[table] ?? [], later: [] })),
    ];
    for (const { table, rows, later } of tables) {
      if (!areRows(rows)) {
        faults.push({ kind: 'bad-row', ...at, columns: [table] });
        continue;
      }
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) named.get(`${table}.${column}`)?.add(value);
        for (const [column, parent] of Object.entries(REFERENCES[table] ?? {})) {
          const key = row[column] ?? null;
          if (key === null || named.get(parent)?.has(key) === true) continue;
          const fault = { kind: 'no-parent', ...at, table, column, key: JSON.stringify(key), parent } as const;
          if (later.includes(column)) waiting.push({ fault, parent, key });
          else faults.push(fault);
        }
      }
    }
    return faults;
  };
  const end = () => waiting.filter(({ parent, key }) => named.get(parent)?.has(key) !== true).map(({ fault }) => fault);
  return { check, end };
}

type Row = Readonly<Record<string, unknown>>;

function areRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
