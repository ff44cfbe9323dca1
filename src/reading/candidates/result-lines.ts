/** What a row of results says of each list, and what is wrong with what cannot be read. */
import type { Row } from '../table/row-parser.ts';
import { cellOf, wholeNumber, type LineProblem } from './candidate-lines.ts';
import { municipalityIn } from './municipality-cell.ts';
import type { GroupField, ResultColumns, ResultField } from './result-columns.ts';

export type ResultLine = {
  readonly line: number;
  /** Column of the votes, from 1. */
  readonly column: number;
  readonly code: string;
  readonly sector: string | null;
  readonly municipalityName: string;
  readonly panelNumber: number | null;
  /** '' when the file does not name it. */
  readonly listName: string;
  readonly shortName: string;
  readonly leader: string;
  readonly votes: number;
  readonly votesCast: number | null;
  /** Null: the file says none, as before the second round. */
  readonly seats: number | null;
};

export type ReadResults = { readonly lines: readonly ResultLine[]; readonly problems: readonly LineProblem[] };

export function readResultRow(row: Row, { fixed, group, period }: ResultColumns): ReadResults {
  const problems: LineProblem[] = [];
  const cell = (field: ResultField) => cellOf(row, fixed[field]);
  const wrong = (kind: LineProblem['kind'], column: number | null) => {
    problems.push({
      line: row.line,
      column: column === null ? null : column + 1,
      kind,
      written: cellOf(row, column).slice(0, 60),
    });
  };
  const municipality = municipalityIn({ department: cell('department'), municipality: cell('municipality') });
  if (municipality === null) {
    wrong('no-municipality', fixed.municipality);
    return { lines: [], problems };
  }
  const votesCast = wholeNumber(cell('votesCast'));
  if (cell('votesCast') !== '' && votesCast === null) wrong('not-a-number', fixed.votesCast);

  const lines: ResultLine[] = [];
  const width = row.cells.length;
  for (let shift = 0; (group.votes ?? 0) + shift < width; shift += period) {
    const at = (field: GroupField) => {
      const column = group[field];
      return column === null ? null : column + shift;
    };
    const text = (field: GroupField) => cellOf(row, at(field));
    const named = [text('panelNumber'), text('listName'), text('shortName'), text('leaderFamily')].some(
      (name) => name !== '',
    );
    if (!named && text('votes') === '') continue;
    // Where people are elected without lists, rows name persons: nothing to keep.
    if (group.listName !== null && text('listName') === '' && text('shortName') === '') continue;
    const votes = wholeNumber(text('votes'));
    const seats = wholeNumber(text('seats'));
    if (votes === null) wrong('not-a-number', at('votes'));
    if (text('seats') !== '' && seats === null) wrong('not-a-number', at('seats'));
    if (votes === null) continue;
    lines.push({
      line: row.line,
      column: (at('votes') ?? 0) + 1,
      code: municipality.code,
      sector: municipality.sector,
      municipalityName: cell('municipalityName'),
      panelNumber: wholeNumber(text('panelNumber')),
      listName: text('listName'),
      shortName: text('shortName'),
      leader: `${text('leaderGiven')} ${text('leaderFamily')}`.trim(),
      votes,
      votesCast,
      seats,
    });
  }
  return { lines, problems };
}
