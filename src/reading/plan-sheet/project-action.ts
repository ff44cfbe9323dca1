/**
 * What the file would say of an action that we know, had we written it: each column of the file as our own layout, or the
 * one of Territoires en Transitions, fills it, read back like the file. A file that says the same changes nothing, even
 * where a column says less than a sheet holds.
 */
import { OWN_COLUMNS, type OutCell, type OutColumn } from '#domain/plan/exchange/columns.ts';
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { ActionLine, PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import { sumCell } from '#domain/plan/exchange/sum-cells.ts';
import { TET_COLUMNS } from '#domain/plan/exchange/tet-columns.ts';
import type { SheetCell } from '../sheet/workbook.ts';
import { cellText } from '../sheet/cell-text.ts';
import { findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { LineSays } from './line-says.ts';
import { readLine } from './read-line.ts';
import { SUM_COLUMNS } from './sum-columns.ts';
import type { PlacedCell } from './row-groups.ts';

/** Each made when it is first asked for: a file in one layout seldom needs the other. */
export type Projections = { readonly own: () => LineSays; readonly tet: () => LineSays };

export function projectAction(
  action: ActionLine,
  {
    columns,
    choices,
    settle,
  }: {
    readonly columns: ReadonlySet<LineField>;
    readonly choices: ImportChoices;
    readonly settle: (says: LineSays) => LineSays;
  },
): Projections {
  const line: PlanLine = { kind: 'action', ...action };
  const read = (writers: ReadonlyMap<LineField, OutColumn['cell']>): LineSays => {
    const cells = new Map<LineField, readonly PlacedCell[]>();
    for (const field of columns) {
      const cell = asCell(writers.get(field)?.(line) ?? null);
      if (cell !== null) cells.set(field, [{ row: 1, column: 0, cell }]);
    }
    const group = { row: 1, cells, joined: false };
    return settle(readLine(group, { reading: { choices, findings: findings() }, columns }));
  };
  return { own: once(() => read(OWN_WRITERS)), tet: once(() => read(TET_WRITERS)) };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}

const SUM_WRITERS = SUM_COLUMNS.map(([field, covers]): [LineField, OutColumn['cell']] => [
  field,
  (line) => (line.kind === 'axis' ? null : sumCell(line.sheet.amounts, covers)),
]);
const of = (columns: readonly OutColumn[]) =>
  columns.map(({ field, cell }): [LineField, OutColumn['cell']] => [field, cell]);
const OWN_WRITERS: ReadonlyMap<LineField, OutColumn['cell']> = new Map([
  ...of(TET_COLUMNS),
  ...SUM_WRITERS,
  ...of(OWN_COLUMNS),
]);
const TET_WRITERS: ReadonlyMap<LineField, OutColumn['cell']> = new Map([
  ...of(OWN_COLUMNS),
  ...SUM_WRITERS,
  ...of(TET_COLUMNS),
]);

function asCell(cell: OutCell): SheetCell | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { kind: 'number', value: cell };
  if (typeof cell === 'string') return { kind: 'text', text: cellText(cell) };
  return { kind: 'day', day: cell.day, precision: 'day' };
}
