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
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { NamedPlace, PlaceFound } from './bulk-entry-store.ts';
import { findEntryHeader } from './line-columns.ts';

export const LINES_LIMIT = 2_000;
/** Characters of a cell that are kept. */
const CELL_KEPT = 300;

export type CannotReadLines =
  | { readonly kind: 'broken-table'; readonly problem: BrokenTable }
  /** No row names a place and something else: the headers that there are. */
  | { readonly kind: 'no-header'; readonly headers: readonly string[] }
  | { readonly kind: 'too-many-lines'; readonly limit: number };

export type KnownCharter = { readonly id: string; readonly title: string; readonly year: number };

type Known = {
  readonly place: (named: NamedPlace) => PlaceFound;
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
  if (header === null || columns === undefined || PLACE_FIELDS.every((field) => columns[field] === null)) {
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

const PLACE_FIELDS: readonly LineField[] = ['municipality', 'municipalityName', 'grouping', 'groupingName'];

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

/** The first line of a pact of our own table, told as a line of documents is. `cell`: where a field of it stands. */
export function headOf(
  { line, said, cell }: Pick<EntryLine, 'line' | 'said'> & { readonly cell: (field: LineField) => TableCell },
  known: Known,
): EntryLine {
  const problems: LineProblem[] = [];
  const tell: Tell = (kind, field, others) =>
    problems.push({
      ...(field === null ? { line, column: null } : cell(field)),
      ...{ kind, written: field === null ? '' : (said[field] ?? '') },
      ...(others === undefined ? {} : { others }),
    });
  return { line, said, ...settled(said, known, tell), problems };
}

function settled(said: SaidLine, known: Known, tell: Tell): Pick<EntryLine, 'place' | 'signedOn' | 'edition'> {
  const place = placeOf(said, known, tell);
  // A grouping signs by itself: no list does.
  if (said.list === undefined && place?.kind !== 'grouping') tell('list-missing', 'list');
  const signedOn = dayOf(said.signedOn);
  if (said.signedOn !== undefined && signedOn === null) tell('not-a-day', 'signedOn');
  const later = signedOn !== null && signedOn > known.today;
  if (later) tell('day-to-come', 'signedOn');
  const edition = said.charter === undefined ? null : editionOf(said.charter, known.charters);
  if (said.charter !== undefined && edition === null) tell('unknown-charter', 'charter');
  return { place, edition, signedOn: later ? null : signedOn };
}

/** Where a cell stands; `column` from 1, null when the table has no such column. */
export type TableCell = Pick<LineProblem, 'line' | 'column' | 'table'>;

type Tell = (kind: LineProblem['kind'], field: LineField | null, others?: readonly string[]) => unknown;

function placeOf(said: SaidLine, known: Known, tell: Tell): PlaceCode | null {
  // « Commune » often heads a column of codes, « Intercommunalité » one of SIREN.
  const nameIsCode = said.municipality === undefined && /^\s*\d[\dAB]?\d{2,3}\s*$/i.test(said.municipalityName ?? '');
  const nameIsSiren = said.grouping === undefined && /^\s*(?:\d\s*){9}$/.test(said.groupingName ?? '');
  const communeField: LineField = said.municipality !== undefined ? 'municipality' : 'municipalityName';
  const groupingField = PLACE_FIELDS.slice(2).find((field) => said[field] !== undefined) ?? communeField;
  const named = {
    code: said.municipality ?? (nameIsCode ? (said.municipalityName ?? '') : ''),
    name: nameIsCode ? '' : (said.municipalityName ?? ''),
    department: said.department ?? '',
    siren: said.grouping ?? (nameIsSiren ? (said.groupingName ?? '') : ''),
    grouping: nameIsSiren ? '' : (said.groupingName ?? ''),
  };
  if (PLACE_FIELDS.every((field) => said[field] === undefined)) {
    tell('place-missing', communeField);
    return null;
  }
  const found = known.place(named);
  switch (found.kind) {
    case 'found':
      if (found.into !== null) tell('merged-since', communeField, [found.into]);
      return found.place;
    case 'none':
      if (found.of === 'grouping') tell('unknown-grouping', groupingField);
      else tell('unknown-municipality', communeField);
      return null;
    case 'several':
      if (found.of === 'grouping') tell('several-groupings', groupingField, found.others);
      else tell('several-municipalities', communeField, found.others);
      return null;
    case 'differ':
      tell('code-and-name-differ', communeField, found.others);
      return null;
    case 'two-places':
      tell('two-places', groupingField, found.others);
      return null;
  }
}

/** The same list of the same place twice: the second is told which line came first. */
export function sameLists(lines: readonly EntryLine[]): readonly EntryLine[] {
  const first = new Map<string, number>();
  return lines.map((one) => {
    const list = nameKey(one.said.list ?? '');
    // A grouping has no list: it signs a charter once.
    if (one.place === null || (list === '' && one.place.kind === 'municipality')) return one;
    const key = `${codeOf(one.place)} ${one.edition ?? ''} ${list}`;
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
