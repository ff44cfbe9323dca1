/** A row of a table with a column a level as units: the other cells first, then a unit a level. */
import type { Source } from '#reading/text/lines.ts';
import { tokensBetween } from '#reading/text/tokens.ts';
import { boxIn } from './boxes.ts';
import { cellsOf, type Cell, type LevelColumns } from './level-table.ts';
import type { LevelMention } from './levels.ts';
import type { Unit } from './units.ts';

export function unitsOfRow(
  source: Source,
  place: Cell,
  { columns, wordy, line }: { columns: LevelColumns; wordy: boolean; line: Cell },
): Unit[] {
  const plain: Unit[] = [];
  const levels: Unit[] = [];
  const cells = cellsOf(source.text, line);
  const row = [...cells, ...columns.slice(cells.length).map((): Cell => ({ start: line.end, end: line.end }))];
  row.forEach((cell, column) => {
    if (cell.end < place.start) return;
    const here = { start: Math.max(cell.start, place.start), end: cell.end };
    const words = tokensBetween(source.tokens, here.start, here.end);
    const level = columns[column] ?? null;
    const unit = { ...here, words, bullet: null, afterBlank: true };
    if (level === null) {
      if (words.length > 0) plain.push({ ...unit, label: null, box: null });
      return;
    }
    if (level === 'named') {
      levels.push(...namedInCell(source.text, { unit, here }));
      return;
    }
    const empty = source.text.slice(here.start, here.end).trim() === '';
    if (empty && wordy) return;
    const label: LevelMention = { start: here.start, end: here.start, levels: [level], single: true };
    levels.push({ ...unit, label, box: empty ? 'unmarked' : boxIn(source.text.slice(here.start, here.end)) });
  });
  return [...plain, ...levels];
}

/** « 2 », « 1 et 2 », « unique » in a column headed « Niveau »; any other word stands as it is. */
function namedInCell(text: string, { unit, here }: { unit: Omit<Unit, 'label' | 'box'>; here: Cell }): Unit[] {
  const words = text.slice(here.start, here.end).trim();
  if (words === '') return [];
  const digits = /^(?:N\s?)?[1-3](?:\s*(?:,|;|\/|&|\+|-|et|à)\s*(?:N\s?)?[1-3])*$/iu.test(words);
  const numbers = digits
    ? [...words.matchAll(/[1-3]/g)].map(([digit]) => Number(digit))
    : /unique/iu.test(words)
      ? [1]
      : [];
  if (numbers.length === 0) return [{ ...unit, label: null, box: null }];
  const range = numbers.length === 2 && /à|\d\s*-\s*\d/u.test(words);
  const levels = range
    ? [1, 2, 3].filter((level) => level >= (numbers[0] ?? 1) && level <= (numbers[1] ?? 3))
    : numbers;
  return [{ ...unit, words: [], label: { ...here, levels, single: false }, box: null }];
}
