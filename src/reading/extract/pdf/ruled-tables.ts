/** Tables with borders: which fragments share a cell, and which cells share a row. */
import type { Fragment } from './fragment.ts';
import type { Rule, Rules } from './rules.ts';

/** Cells from left to right; an empty one has no fragment. */
export type RuledRow = {
  readonly top: number;
  readonly bottom: number;
  /** Where the columns of its table begin. */
  readonly columns: readonly number[];
  readonly cells: readonly (readonly Fragment[])[];
};

export type RuledPage = {
  /** From top to bottom. Rows of one cell are boxes around ordinary text. */
  readonly rows: readonly RuledRow[];
  readonly outside: readonly Fragment[];
};

/** Borders that meet may miss each other by this much (points). */
const SLACK = 2.5;

type Cell = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly fragments: Fragment[];
};

export function splitByRules(fragments: readonly Fragment[], rules: Rules): RuledPage {
  const cells = new Map<string, Cell>();
  const outside: Fragment[] = [];
  for (const fragment of fragments) {
    const x = (fragment.left + fragment.right) / 2;
    const y = fragment.baseline - fragment.size * 0.3;
    const top = nearest(rules.horizontal, { at: y, across: x, side: -1 });
    const bottom = nearest(rules.horizontal, { at: y, across: x, side: 1 });
    const left = nearest(rules.vertical, { at: x, across: y, side: -1 });
    const right = nearest(rules.vertical, { at: x, across: y, side: 1 });
    if (top === null || bottom === null || left === null || right === null) {
      outside.push(fragment);
      continue;
    }
    const key = [top, bottom, left, right].map((edge) => Math.round(edge / SLACK)).join(' ');
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { top, bottom, left, right, fragments: [fragment] });
    else cell.fragments.push(fragment);
  }
  return { rows: rowsOf([...cells.values()], rules.vertical), outside };
}

/** The nearest rule on one side of a point that also reaches across it; null when there is none. */
function nearest(
  rules: readonly Rule[],
  point: { readonly at: number; readonly across: number; readonly side: -1 | 1 },
): number | null {
  let best: number | null = null;
  for (const rule of rules) {
    if (point.across < rule.from - SLACK || point.across > rule.to + SLACK) continue;
    const distance = (rule.at - point.at) * point.side;
    if (distance < 0) continue;
    if (best === null || distance < (best - point.at) * point.side) best = rule.at;
  }
  return best;
}

type Row = { readonly top: number; bottom: number; readonly cells: Cell[] };

function rowsOf(cells: readonly Cell[], vertical: readonly Rule[]): readonly RuledRow[] {
  const tables: Row[][] = [];
  for (const cell of [...cells].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const table = tables.at(-1);
    const row = table?.at(-1);
    if (table === undefined || row === undefined || cell.top > lowest(table) + 2 * SLACK) {
      tables.push([{ top: cell.top, bottom: cell.bottom, cells: [cell] }]);
    } else if (Math.abs(row.top - cell.top) <= 2 * SLACK) {
      row.cells.push(cell);
      row.bottom = Math.max(row.bottom, cell.bottom);
    } else table.push({ top: cell.top, bottom: cell.bottom, cells: [cell] });
  }
  return tables.flatMap((table) => {
    const whole = withEmptyCells(table, vertical);
    const columns = columnsOf(whole);
    return whole.map((row) => ({ top: row.top, bottom: row.bottom, columns, cells: inColumns(row.cells, columns) }));
  });
}

function lowest(table: readonly Row[]): number {
  return Math.max(...table.slice(-8).map((row) => row.bottom));
}

/**
 * A column may be empty in every row, such as the levels that nobody takes: only its borders show it.
 *
 * Each row gets the cells that its vertical borders make between the outer borders of the table.
 */
function withEmptyCells(table: readonly Row[], vertical: readonly Rule[]): readonly Row[] {
  const left = Math.min(...table.flatMap((row) => row.cells.map((cell) => cell.left)));
  const top = Math.min(...table.map((row) => row.top));
  const near = vertical
    .filter((rule) => rule.at > left - SLACK && rule.to > top && rule.from < lowest(table))
    .sort((a, b) => a.at - b.at);
  return table.map((row) => {
    const { bottom } = row.cells.reduce((least, cell) => (cell.bottom < least.bottom ? cell : least));
    const middle = (row.top + bottom) / 2;
    const edges: number[] = [];
    for (const { at, from, to } of near) {
      if (from < middle && to > middle && at - (edges.at(-1) ?? -Infinity) > 2 * SLACK) edges.push(at);
    }
    const empty = edges.slice(1).flatMap((right, at): readonly Cell[] => {
      const from = edges[at] ?? 0;
      const taken = row.cells.some((cell) => cell.left < right - 2 * SLACK && cell.right > from + 2 * SLACK);
      return taken ? [] : [{ top: row.top, bottom, left: from, right, fragments: [] }];
    });
    return { ...row, cells: [...row.cells, ...empty] };
  });
}

/** Where the columns of a table begin. */
function columnsOf(table: readonly Row[]): readonly number[] {
  const columns: number[] = [];
  const lefts = table.flatMap((row) => row.cells.map((cell) => cell.left)).sort((a, b) => a - b);
  for (const left of lefts) if (left - (columns.at(-1) ?? -Infinity) > 2 * SLACK) columns.push(left);
  return columns;
}

/** Puts an empty cell where a column has none, so that values stay below their heading. */
function inColumns(cells: readonly Cell[], columns: readonly number[]): readonly (readonly Fragment[])[] {
  const sorted = [...cells].sort((a, b) => a.left - b.left);
  const placed: (readonly Fragment[])[] = [];
  let covered = -Infinity;
  for (const column of columns) {
    const cell = sorted.find((one) => Math.abs(one.left - column) <= 2 * SLACK);
    if (cell !== undefined) {
      placed.push(cell.fragments);
      covered = cell.right;
    } else if (column > covered - 2 * SLACK) placed.push([]);
  }
  return placed;
}
