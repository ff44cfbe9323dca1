/**
 * Rows of a text table, piece by piece: comma, semicolon or tab, quoted cells with line ends and doubled quotes inside
 * (RFC 4180), any line end. Holds one row at a time, so a file of any length takes the memory of its longest row.
 *
 * More forgiving than the standard where people are: a quote in the middle of a cell is a letter, and what follows a
 * closing quote belongs to the cell. A quote that never closes would eat the file: past `cellLimit` the table is broken.
 */
export type Row = {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type Delimiter = ',' | ';' | '\t';

/** `endless-cell`: a quote opened on `line` does not close. */
export type BrokenTable = { readonly kind: 'endless-cell' | 'too-many-cells'; readonly line: number };

export type RowParser = {
  /** The rows that ended in this piece. Nothing more comes once the table is broken. */
  readonly push: (piece: string) => readonly Row[];
  /** The last row, when it has no line end. */
  readonly end: () => readonly Row[];
  readonly broken: () => BrokenTable | null;
};

/** Characters in a cell, cells in a row: beyond, it is no table of candidates. */
export const CELL_LIMIT = 20_000;
export const CELLS_LIMIT = 4_000;

/** `cellLimit`: characters; more than `CELL_LIMIT` where long texts are usual. */
export function rowParser(delimiter: Delimiter, cellLimit = CELL_LIMIT): RowParser {
  let state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start';
  let cell = '';
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let cellLine = 1;
  let afterReturn = false;
  let broken: BrokenTable | null = null;

  const endCell = () => {
    cells.push(cell);
    cell = '';
    state = 'start';
    cellLine = line;
    if (cells.length > CELLS_LIMIT) broken ??= { kind: 'too-many-cells', line: rowLine };
  };
  const endRow = (rows: Row[]) => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
  };

  const take = (letter: string, rows: Row[]) => {
    // The line feed of a pair: the return before it ended the row, or was kept inside a quoted cell.
    const second = afterReturn && letter === '\n';
    afterReturn = letter === '\r';
    if (!second && (letter === '\n' || letter === '\r')) line += 1;
    if (state === 'quoted') {
      if (letter === '"') state = 'quote-in-quoted';
      else cell += letter;
    } else if (letter === '"' && state === 'start') {
      state = 'quoted';
      cellLine = line;
    } else if (letter === '"' && state === 'quote-in-quoted') {
      cell += letter;
      state = 'quoted';
    } else if (letter === delimiter) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (!second) endRow(rows);
      rowLine = line;
    } else {
      cell += letter;
      state = 'plain';
    }
    if (cell.length > cellLimit) broken ??= { kind: 'endless-cell', line: cellLine };
  };

  return {
    push: (piece) => {
      const rows: Row[] = [];
      for (let at = 0; at < piece.length && broken === null; at += 1) take(piece.charAt(at), rows);
      return rows;
    },
    end: () => {
      const rows: Row[] = [];
      if (broken !== null) return rows;
      if (state === 'quoted') {
        broken = { kind: 'endless-cell', line: cellLine };
        return rows;
      }
      if (cells.length > 0 || cell !== '') endRow(rows);
      return rows;
    },
    broken: () => broken,
  };
}

/** The delimiter that cuts the first lines into the most cells, outside quotes; a semicolon when nothing does. */
export function delimiterOf(start: string): Delimiter {
  const lines = start.split(/\r\n|\r|\n/).slice(0, 20);
  const score = (delimiter: Delimiter) =>
    Math.max(0, ...lines.map((text) => text.replace(/"[^"]*"/g, '').split(delimiter).length - 1));
  const [best] = ([';', '\t', ','] as const).toSorted((one, other) => score(other) - score(one));
  return best ?? ';';
}
