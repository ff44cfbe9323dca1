/**
 * Tables with a column a level: « Mesure | Niveau 1 | Niveau 2 | Niveau 3 | Observations ».
 *
 * Cells are parted by tabs or pipes. A row's cells stand under the levels of the header; an empty
 * cell is an unmarked box, unless the cells hold the text of the levels.
 */
import type { Source } from '#reading/text/lines.ts';
import { levelMentions } from './levels.ts';

export type Cell = { readonly start: number; readonly end: number };

/** Level of each column; `named` for one column that holds level numbers (« Niveau choisi »); null for the others. */
export type LevelColumns = readonly (number | 'named' | null)[];

/** Columns by line index, for the rows of every such table. Linear in the number of lines. */
export function levelTables(
  source: Source,
  lines: readonly number[],
): ReadonlyMap<number, { columns: LevelColumns; wordy: boolean }> {
  const rows = new Map<number, { columns: LevelColumns; wordy: boolean }>();
  let columns: LevelColumns | null = null;
  let own: number[] = [];
  const close = (): void => {
    if (columns === null) return;
    const [shape, wordy] = [columns, own.some((index) => hasWords(source, index, columns ?? []))];
    for (const index of own) rows.set(index, { columns: shape, wordy });
    own = [];
  };
  for (const index of lines) {
    const line = source.lines[index];
    if (line === undefined) continue;
    const cells = cellsOf(source.text, line);
    const header = headerOf(source, cells);
    if (header !== null) {
      close();
      columns = header;
    } else if (columns !== null && cells.length >= 2) own.push(index);
    else if (columns !== null && cells.length < 2) {
      close();
      columns = null;
    }
  }
  close();
  return rows;
}

/** Cells of a line; a line without tabs nor pipes is one cell. Markdown's outer pipes make no cell. */
export function cellsOf(text: string, { start, end }: Cell): Cell[] {
  const words = text.slice(start, end);
  const parting = words.includes('\t') ? /\t/g : /\s*\|\s*/g;
  const cells: Cell[] = [];
  let at = start;
  for (const match of words.matchAll(parting)) {
    cells.push({ start: at, end: start + match.index });
    at = start + match.index + match[0].length;
  }
  cells.push({ start: at, end });
  if (!words.includes('\t') && /^\s*\|/.test(words)) {
    cells.shift();
    if (/\|\s*$/.test(words)) cells.pop();
  }
  return cells;
}

/** End of the cell in which the first words after `from` stand. */
export function firstCellEnd(text: string, from: number, end: number): number {
  const rest = text.slice(from, end);
  const part = rest.search(/\t|\s\|\s/);
  return part < 0 ? end : from + part;
}

function headerOf(source: Source, cells: readonly Cell[]): LevelColumns | null {
  if (cells.length < 2) return null;
  const columns = cells.map((cell) => {
    const [mention, more] = levelMentions(source.text, cell);
    if (mention === undefined || more !== undefined || mention.levels === 'all' || mention.levels.length !== 1)
      return null;
    return cell.end - cell.start - (mention.end - mention.start) <= 24 ? (mention.levels[0] ?? null) : null;
  });
  const levels = columns.filter((level) => level !== null);
  const named = cells.map((cell) =>
    /^\W*(?:niveaux?|niv\.?)(?:\s+\p{L}+){0,3}\W*$/iu.test(source.text.slice(cell.start, cell.end)),
  );
  if (levels.length === 0 && named.filter(Boolean).length === 1)
    return named.map((isNamed): 'named' | null => (isNamed ? 'named' : null));
  return levels.length >= 2 && new Set(levels).size === levels.length ? columns : null;
}

function hasWords(source: Source, index: number, columns: LevelColumns): boolean {
  const line = source.lines[index];
  if (line === undefined) return false;
  return cellsOf(source.text, line).some(
    (cell, column) => typeof columns[column] === 'number' && source.text.slice(cell.start, cell.end).trim().length > 24,
  );
}
