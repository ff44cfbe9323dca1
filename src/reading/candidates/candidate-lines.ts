/**
 * The lines of a file of candidate lists, one candidate each, and what is wrong with those that cannot be read. Nothing is
 * guessed: a line with a problem is told with its place, and the others are read all the same.
 */
import type { Row } from '../table/row-parser.ts';
import { municipalityIn } from './municipality-cell.ts';
import type { Columns, ListField } from './columns.ts';

export type CandidateLine = {
  readonly line: number;
  /** As INSEE writes it. */
  readonly code: string;
  readonly sector: string | null;
  /** As the file writes it; '' when it does not. */
  readonly municipalityName: string;
  readonly panelNumber: number | null;
  readonly shortName: string | null;
  readonly listName: string;
  readonly nuance: string | null;
  /** From 1: the head of list. */
  readonly position: number;
  readonly family: string;
  readonly given: string;
};

/** `column` from 1, as spreadsheets count; the sentence is made from `field` and `written`. */
export type LineProblem = {
  readonly line: number;
  readonly column: number | null;
  readonly kind:
    | 'no-municipality'
    | 'unknown-municipality'
    | 'no-list-name'
    | 'not-a-position'
    | 'not-a-panel-number'
    | 'no-candidate-name'
    | 'not-a-number'
    | 'too-long'
    | 'same-position'
    | 'no-head-of-list'
    | 'panel-of-two-lists'
    | 'unknown-list-here'
    | 'several-lists-here';
  /** What stands there, shortened. */
  readonly written: string;
};

export type ReadLine =
  | { readonly ok: true; readonly value: CandidateLine }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

const NAME_LIMIT = 200;

export function readCandidateLine(row: Row, columns: Columns<ListField>): ReadLine {
  const problems: LineProblem[] = [];
  const cell = (field: ListField) => cellOf(row, columns[field]);
  const wrong = (kind: LineProblem['kind'], field: ListField) => {
    const column = columns[field];
    problems.push({
      line: row.line,
      column: column === null ? null : column + 1,
      kind,
      written: cell(field).slice(0, 60),
    });
  };

  const municipality = municipalityIn({ department: cell('department'), municipality: cell('municipality') });
  if (municipality === null) wrong('no-municipality', 'municipality');
  const listName = cell('listName') === '' ? cell('shortName') : cell('listName');
  if (listName === '') wrong('no-list-name', 'listName');
  const position = wholeNumber(cell('position'));
  if (position === null || position < 1 || position > 999) wrong('not-a-position', 'position');
  const panelNumber = wholeNumber(cell('panelNumber'));
  if (cell('panelNumber') !== '' && (panelNumber === null || panelNumber < 1 || panelNumber > 9999)) {
    wrong('not-a-panel-number', 'panelNumber');
  }
  if (cell('family') === '') wrong('no-candidate-name', 'family');
  for (const field of ['listName', 'shortName', 'family', 'given', 'nuance', 'sector'] as const) {
    if (cell(field).length > NAME_LIMIT) wrong('too-long', field);
  }
  if (problems.length > 0 || municipality === null || position === null) return { ok: false, problems };
  return {
    ok: true,
    value: {
      line: row.line,
      code: municipality.code,
      sector: municipality.sector ?? (cell('sector') === '' ? null : cell('sector')),
      municipalityName: cell('municipalityName'),
      panelNumber,
      shortName: cell('shortName') === '' ? null : cell('shortName'),
      listName,
      nuance: cell('nuance') === '' ? null : cell('nuance'),
      position,
      family: cell('family'),
      given: cell('given'),
    },
  };
}

/** Trimmed, single spaces, no control character. */
export function cellOf(row: Row, column: number | null): string {
  if (column === null) return '';
  return (row.cells[column] ?? '')
    .replace(/[\s\u00a0\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** `12`, `12,0`, `1 234`; null for anything else. */
export function wholeNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[,.]0+$/, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
