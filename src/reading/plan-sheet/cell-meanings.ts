/** What the cells of one field mean, with all that is wrong said at once. */
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import { dayWritten } from '#domain/plan/exchange/days.ts';
import { asEuros, exactSum } from '#domain/plan/exchange/sums.ts';
import { wordKey } from '#domain/plan/exchange/words.ts';
import { serialDay } from '../sheet/number-format.ts';
import { cellAddress } from '../sheet/workbook.ts';
import type { Findings } from './findings.ts';
import type { ImportChoices, WordField } from './import-choices.ts';
import type { PlacedCell } from './row-groups.ts';
import { dayShown, shownCell } from './shown-cell.ts';

export type Reading = { readonly choices: ImportChoices; readonly findings: Findings };

/** Words of the cells, one a line; null when they say nothing. */
export function words(
  cells: readonly PlacedCell[],
  { limit, findings }: { limit: number; findings: Findings },
): string | null {
  const said = cells
    .map(({ cell }) => shownCell(cell))
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at);
  const text = said.join('\n');
  const first = cells[0];
  if (text.length > limit && first !== undefined) {
    findings.problem({ kind: 'too-long', row: first.row, cell: cellAddress(first), length: text.length, limit });
  }
  return text === '' ? null : text;
}

/** On one line. */
export function line(cells: readonly PlacedCell[], bounds: { limit: number; findings: Findings }): string | null {
  return words(cells, bounds)?.replace(/\s+/gu, ' ') ?? null;
}

/** `kept`: what says a time without being a day. */
export function day(
  cells: readonly PlacedCell[],
  { choices, findings }: Reading,
): { readonly day: string | null; readonly kept: string | null } {
  const placed = only(cells, findings);
  if (placed === null) return { day: null, kept: null };
  const { cell } = placed;
  const at = { row: placed.row, cell: cellAddress(placed), words: shownCell(cell) };
  if (cell.kind === 'day') {
    if (cell.precision === 'day') return { day: cell.day, kept: null };
    findings.note('day-kept-as-words', placed, dayShown(cell));
    return { day: null, kept: dayShown(cell) };
  }
  if (cell.kind === 'number' || /^\d{1,6}(?:[.,]\d+)?$/.test(at.words)) return serial(placed, { choices, findings });
  const written = dayWritten(at.words);
  switch (written.kind) {
    case 'day':
      return { day: written.day, kept: null };
    case 'no-such-day':
    case 'short-year':
      findings.problem({ kind: written.kind, ...at });
      return { day: null, kept: null };
    case 'words':
      findings.note('day-kept-as-words', placed, at.words);
      return { day: null, kept: at.words };
  }
}

/** 46000 may be a day as spreadsheets count them, when the file lost its formats: it is asked once. */
function serial(placed: PlacedCell, { choices, findings }: Reading): { day: string | null; kept: string | null } {
  const shown = shownCell(placed.cell);
  const number = placed.cell.kind === 'number' ? placed.cell.value : Number(shown.replace(',', '.'));
  // A year alone is a year.
  if (Number.isInteger(number) && number >= 1900 && number <= 2200) {
    findings.note('day-kept-as-words', placed, shown);
    return { day: null, kept: shown };
  }
  const day = serialDay(number, 1900);
  const isLikely = day !== null && day > '1950' && day < '2100';
  if (!isLikely || choices.serialDays === false) {
    findings.problem({ kind: 'number-as-day', row: placed.row, cell: cellAddress(placed), words: shown });
    return { day: null, kept: null };
  }
  if (choices.serialDays === null) {
    findings.ask('serial-days', placed, ({ cells, count }) => ({
      kind: 'serial-days',
      cells,
      count,
      example: { number, day },
    }));
  }
  return { day, kept: null };
}

/** One value for all the rows of the action; rows of one merged action that disagree are a problem. */
export function only(cells: readonly PlacedCell[], findings: Findings): PlacedCell | null {
  const first = cells[0];
  if (first === undefined) return null;
  const other = cells.find(({ cell }) => shownCell(cell) !== shownCell(first.cell));
  if (other !== undefined) {
    findings.problem({
      kind: 'merged-rows-disagree',
      row: other.row,
      cell: cellAddress(other),
      words: shownCell(other.cell),
    });
  }
  return shownCell(first.cell) === '' ? null : first;
}

/** The code of a word from a closed list; null when nothing is said, or not yet. Words that are not of the list are asked. */
export function coded<Code extends string, Answer extends string>(
  cells: readonly PlacedCell[],
  known: {
    readonly field: WordField;
    readonly read: (word: string) => Code | null;
    readonly answers: Readonly<Record<string, Answer>>;
    readonly withoutEnd: boolean;
    readonly findings: Findings;
  },
): Code | Answer | null {
  const placed = only(cells, known.findings);
  if (placed === null) return null;
  const word = shownCell(placed.cell);
  const code = known.read(word);
  if (code !== null) return code;
  const key = wordKey(word);
  const answer = Object.hasOwn(known.answers, key) ? known.answers[key] : undefined;
  if (answer !== undefined) return answer;
  const { field } = known;
  known.findings.ask(
    `${field} ${key}`,
    placed,
    (about) => ({ kind: 'unknown-word', field, key, word: word.slice(0, 80), ...about }),
    known.withoutEnd,
  );
  return null;
}

/** A sum, or its words when it names no exact sum. */
export function sums(cells: readonly PlacedCell[], findings: Findings): readonly Pick<AmountLine, 'euros' | 'words'>[] {
  return cells.flatMap((placed): Pick<AmountLine, 'euros' | 'words'>[] => {
    const { cell } = placed;
    const shown = shownCell(cell);
    if (shown === '') return [];
    if (cell.kind === 'number') {
      const euros = asEuros(cell.value);
      if (euros !== null) return [{ euros, words: '' }];
      // Thirds of a cent come from a division: the cent is what a budget holds.
      const rounded = asEuros(Math.round(cell.value * 100) / 100);
      if (rounded !== null) return [{ euros: rounded, words: '' }];
      findings.problem({ kind: 'sum-out-of-bounds', row: placed.row, cell: cellAddress(placed), words: shown });
      return [];
    }
    const euros = exactSum(shown);
    if (euros !== null) return [{ euros, words: '' }];
    findings.note('sum-kept-as-words', placed, shown);
    return [{ euros: null, words: shown.replace(/\s+/gu, ' ') }];
  });
}
