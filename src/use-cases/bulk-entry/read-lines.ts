/**
 * The table of a bulk entry, from its bytes to lines: headers however written, any delimiter and encoding of French
 * spreadsheets. Every problem is told with its line and column; no line is thrown away, nothing is guessed.
 */
import {
  LINE_FIELDS,
  type EntryLine,
  type LineField,
  type LineProblem,
  type SaidLine,
} from '#domain/bulk-entry/entry-line.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Columns } from '#reading/candidates/columns.ts';
import { BrokenTableError, openTable } from '#reading/table/open-table.ts';
import type { BrokenTable, Row } from '#reading/table/row-parser.ts';
import type { MunicipalityFound, NamedMunicipality } from './bulk-entry-store.ts';
import { findEntryHeader } from './line-columns.ts';

export const LINES_LIMIT = 2_000;
/** Characters of a cell that are kept. */
const CELL_KEPT = 300;

export type CannotReadLines =
  | { readonly kind: 'broken-table'; readonly problem: BrokenTable }
  /** No row names a commune and something else: the headers that there are. */
  | { readonly kind: 'no-header'; readonly headers: readonly string[] }
  | { readonly kind: 'too-many-lines'; readonly limit: number };

export type KnownCharter = { readonly id: string; readonly title: string; readonly year: number };

type Known = {
  readonly municipality: (named: NamedMunicipality) => MunicipalityFound;
  readonly charters: readonly KnownCharter[];
  /** YYYY-MM-DD: nothing is signed after it. */
  readonly today: string;
};

export type ReadLines = {
  readonly lines: readonly EntryLine[];
  /** Of the file's columns, from 0; null: it has none. */
  readonly columns: Columns<LineField>;
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly unused: readonly string[];
};

export async function readLines(bytes: Uint8Array, known: Known): Promise<Result<ReadLines, CannotReadLines>> {
  const read = await rowsOf(bytes);
  if (!read.ok) return read;
  const { rows, encoding } = read.value;
  const header = findEntryHeader(rows);
  const columns = header?.columns;
  if (header === null || columns === undefined || (columns.municipality ?? columns.municipalityName) === null) {
    return refuse({ kind: 'no-header', headers: (rows[0]?.cells ?? []).slice(0, 30).map(cut) });
  }
  const below = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (below.length > LINES_LIMIT) return refuse({ kind: 'too-many-lines', limit: LINES_LIMIT });
  const used = new Set(Object.values(columns));
  return accept({
    lines: sameLists(below.map((row) => readLine(row, { columns, width: header.headers.length, known }))),
    columns,
    encoding,
    headers: header.headers.map(cut),
    unused: header.headers.filter((name, at) => !used.has(at) && name.trim() !== '').map(cut),
  });
}

/** Also for our own table (./read-table.ts). */
export async function rowsOf(
  bytes: Uint8Array,
  limit: number = LINES_LIMIT + 50,
): Promise<Result<{ readonly rows: readonly Row[]; readonly encoding: string }, CannotReadLines>> {
  try {
    const table = await openTable(() => [bytes]);
    const rows: Row[] = [];
    for await (const batch of table.rows()) {
      for (const row of batch) rows.push(row);
      if (rows.length > limit)
        return refuse({ kind: 'too-many-lines', limit: limit === LINES_LIMIT + 50 ? LINES_LIMIT : limit });
    }
    return accept({ rows, encoding: table.encoding });
  } catch (error) {
    if (error instanceof BrokenTableError) return refuse({ kind: 'broken-table', problem: error.problem });
    throw error;
  }
}

type Reading = { readonly columns: Columns<LineField>; readonly width: number; readonly known: Known };

function readLine({ line, cells }: Row, { columns, width, known }: Reading): EntryLine {
  const said: SaidLine = Object.fromEntries(
    LINE_FIELDS.flatMap((field) => {
      const at = columns[field];
      const cell = at === null ? '' : cut(cells[at] ?? '');
      return cell === '' ? [] : [[field, cell]];
    }),
  );
  const problems: LineProblem[] = [];
  const tell = (kind: LineProblem['kind'], field: LineField | null, others?: readonly string[]) => {
    const at = field === null ? null : columns[field];
    const written = field === null ? '' : (said[field] ?? '');
    problems.push({
      kind,
      line,
      column: at === null ? null : at + 1,
      written,
      ...(others === undefined ? {} : { others }),
    });
  };
  if (cells.slice(width).some((cell) => cell.trim() !== '')) tell('too-many-cells', null);
  return { line, said, ...settled(said, known, tell), problems };
}

/** The first line of a pact of our own table, told as a line of documents is. */
export function headOf({ line, said }: Pick<EntryLine, 'line' | 'said'>, known: Known): EntryLine {
  const problems: LineProblem[] = [];
  const tell: Tell = (kind, field, others) =>
    problems.push({
      ...{ kind, line, column: null, written: field === null ? '' : (said[field] ?? '') },
      ...(others === undefined ? {} : { others }),
    });
  return { line, said, ...settled(said, known, tell), problems };
}

function settled(said: SaidLine, known: Known, tell: Tell): Pick<EntryLine, 'municipality' | 'signedOn' | 'edition'> {
  const municipality = municipalityOf(said, known, tell);
  if (said.list === undefined) tell('list-missing', 'list');
  const signedOn = dayOf(said.signedOn);
  if (said.signedOn !== undefined && signedOn === null) tell('not-a-day', 'signedOn');
  const later = signedOn !== null && signedOn > known.today;
  if (later) tell('day-to-come', 'signedOn');
  const edition = said.charter === undefined ? null : editionOf(said.charter, known.charters);
  if (said.charter !== undefined && edition === null) tell('unknown-charter', 'charter');
  return { municipality, edition, signedOn: later ? null : signedOn };
}

type Tell = (kind: LineProblem['kind'], field: LineField | null, others?: readonly string[]) => unknown;

function municipalityOf(said: SaidLine, known: Known, tell: Tell): string | null {
  // « Commune » often heads a column of codes.
  const nameIsCode = said.municipality === undefined && /^\s*\d[\dAB]?\d{2,3}\s*$/i.test(said.municipalityName ?? '');
  const field: LineField = said.municipality !== undefined ? 'municipality' : 'municipalityName';
  const code = said.municipality ?? (nameIsCode ? (said.municipalityName ?? '') : '');
  const name = nameIsCode ? '' : (said.municipalityName ?? '');
  if (code === '' && name === '') {
    tell('municipality-missing', field);
    return null;
  }
  const found = known.municipality({ code, name, department: said.department ?? '' });
  switch (found.kind) {
    case 'found':
      if (found.into !== null) tell('merged-since', field, [found.into]);
      return found.code;
    case 'none':
      tell('unknown-municipality', field);
      return null;
    case 'several':
      tell('several-municipalities', field, found.others);
      return null;
    case 'differ':
      tell('code-and-name-differ', field, found.others);
      return null;
  }
}

/** The same list of the same place twice: the second is told which line came first. */
export function sameLists(lines: readonly EntryLine[]): readonly EntryLine[] {
  const first = new Map<string, number>();
  return lines.map((one) => {
    const list = nameKey(one.said.list ?? '');
    if (list === '' || one.municipality === null) return one;
    const key = `${one.municipality} ${one.edition ?? ''} ${list}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, one.line);
      return one;
    }
    const problem = {
      kind: 'same-list',
      line: one.line,
      column: null,
      written: one.said.list ?? '',
      others: [String(before)],
    } as const;
    return { ...one, problems: [...one.problems, problem] };
  });
}

/** `2020-03-04`, `4/3/2020`, `04.03.2020`: a day that exists, in the order in which French people write it. */
function dayOf(written: string | undefined): string | null {
  const text = (written ?? '').trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso !== null ? iso.slice(1, 4) : french !== null ? french.slice(1, 4).toReversed() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : null;
}

/** By its code, its title, or its title and year; two that answer are none. */
function editionOf(written: string, charters: readonly KnownCharter[]): string | null {
  const key = nameKey(written);
  const exact = charters.filter(({ id, title, year }) =>
    [id, `${title} ${year}`, `${title}, ${year}`].some((one) => nameKey(one) === key),
  );
  const found = exact.length > 0 ? exact : charters.filter(({ title }) => nameKey(title) === key);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function cut(cell: string): string {
  return [
    ...cell
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim(),
  ]
    .slice(0, CELL_KEPT)
    .join('');
}
