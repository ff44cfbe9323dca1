/** The lines of one file of a public copy, each looked at. */
import { join } from 'node:path';
import { MOST, type DumpFault } from './dump-fault.ts';
import { linesOf } from './read-dump.ts';

/** What is wrong with a line; `line` counts from 1. */
export type CheckLine = (
  said: Readonly<Record<string, unknown>>,
  at: { readonly file: string; readonly line: number },
) => readonly DumpFault[];

/** `rows`: how many lines the description says. */
export async function verifyLines(
  folder: string,
  { path, rows }: { readonly path: string; readonly rows: number },
  check: CheckLine,
): Promise<readonly DumpFault[]> {
  const faults: DumpFault[] = [];
  let line = 0;
  try {
    for await (const some of linesOf(join(folder, path))) {
      for (const text of some) {
        line += 1;
        faults.push(...check(JSON.parse(text) as Readonly<Record<string, unknown>>, { file: path, line }));
        if (faults.length >= MOST) return faults;
      }
    }
  } catch {
    return [...faults, { kind: 'unreadable', file: path }];
  }
  return line === rows ? faults : [...faults, { kind: 'other-count', file: path, said: rows, found: line }];
}
