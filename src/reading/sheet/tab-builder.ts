/** Gathers the rows of one tab within its limits, then spreads what merged areas say. */
import { SheetRefused } from './sheet-refused.ts';
import {
  cellAddress,
  CELLS_LIMIT,
  COLUMNS_LIMIT,
  ROWS_LIMIT,
  type CellValue,
  type SheetCell,
  type SheetRow,
  type Tab,
} from './workbook.ts';

/** Rows and columns of a merged area, both ends included. */
export type Area = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export type TabBuilder = {
  /** `cells` by column from A, in any order; the same row is given once. */
  readonly addRow: (row: number, cells: ReadonlyMap<number, SheetCell>) => void;
  readonly addArea: (area: Area) => void;
  readonly hideRow: () => void;
  readonly tab: () => Tab;
};

/** Takes so many cells more; throws SheetRefused past the limit. */
export type CellAllowance = (cells: number) => void;

/** One for all the tabs of a workbook. */
export function cellAllowance(limit = CELLS_LIMIT): CellAllowance {
  let taken = 0;
  return (cells) => {
    taken += cells;
    if (taken > limit) throw new SheetRefused({ kind: 'sheet-too-full', limitInCells: limit });
  };
}

export function tabBuilder(
  named: { readonly name: string; readonly hidden: boolean },
  allow: CellAllowance,
): TabBuilder {
  const kept = new Map<number, Map<number, SheetCell>>();
  const areas: Area[] = [];
  let rowCount = 0;
  let hiddenRows = 0;
  let cellsTooFarRight = 0;
  return {
    addRow: (row, cells) => {
      const written = [...cells].filter(([, cell]) => !isBlank(cell));
      if (written.length === 0) return;
      rowCount += 1;
      const near = written.filter(([column]) => column < COLUMNS_LIMIT);
      cellsTooFarRight += written.length - near.length;
      if (kept.size >= ROWS_LIMIT || near.length === 0) return;
      allow(near.length);
      kept.set(row, new Map(near));
    },
    addArea: (area) => {
      if (areas.length < 20_000) areas.push(area);
    },
    hideRow: () => {
      hiddenRows += 1;
    },
    tab: () => {
      for (const area of areas) allow(spread(kept, area));
      const rows = [...kept]
        .toSorted(([one], [other]) => one - other)
        .map(([row, cells]): SheetRow => ({ row, cells: inOrder(cells) }));
      return { ...named, rows, rowCount, hiddenRows, cellsTooFarRight };
    },
  };
}

/**
 * What a merged area says, it says of each of its rows: each gets it in the first column of the area. Rows where nothing
 * else is written stay out: they would be made of the merge alone. Gives how many got it.
 */
function spread(kept: Map<number, Map<number, SheetCell>>, area: Area): number {
  const source = kept.get(area.top)?.get(area.left);
  if (source === undefined) return 0;
  const mergedFrom = cellAddress({ row: area.top, column: area.left });
  const bottom = Math.min(area.bottom, area.top + ROWS_LIMIT);
  let count = 0;
  for (let row = area.top + 1; row <= bottom; row += 1) {
    const below = kept.get(row);
    if (below === undefined) continue;
    below.set(area.left, { ...source, mergedFrom });
    count += 1;
  }
  return count;
}

function inOrder(cells: ReadonlyMap<number, SheetCell>): readonly (SheetCell | null)[] {
  const last = Math.max(...cells.keys());
  return Array.from({ length: last + 1 }, (_, column) => cells.get(column) ?? null);
}

function isBlank(cell: CellValue): boolean {
  return cell.kind === 'text' && cell.text.trim() === '';
}
