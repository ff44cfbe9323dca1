/**
 * Our own tables, as the site exports them (`engagements`, `principes`), from their rows to pacts: one for each number of pact,
 * or for each list of a municipality and each grouping when there is none. Every line is somewhere; what is wrong is told with
 * its cell.
 */
import type { EntryLine, LineField, LineProblem, SaidLine } from '#domain/bulk-entry/entry-line.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import { STANCES, WORDINGS, type Stance, type Wording } from '#domain/pact/stance.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { findHeader, type Columns } from '#reading/candidates/columns.ts';
import type { Row } from '#reading/table/row-parser.ts';
import { GROUPING_HEADERS, GROUPING_NAME_HEADERS } from './line-columns.ts';
import { rowsOf, type CannotReadLines, type TableCell } from './read-lines.ts';

const TABLE_FIELDS = [
  ...(['pact', 'municipality', 'place', 'grouping', 'groupingName', 'department', 'list', 'leader'] as const),
  ...(['signedOn', 'term', 'charter', 'principle'] as const),
  ...(['measure', 'localNumber', 'measureStance', 'level', 'stance', 'wording', 'body', 'observations'] as const),
] as const;
type TableField = (typeof TABLE_FIELDS)[number];

/** Names of the export first (src/publishing/spreadsheet/pact-columns.ts), folded by `nameKey`. */
const HEADERS: Readonly<Record<TableField, readonly string[]>> = {
  pact: ['pacte'],
  municipality: ['code commune', 'code insee', 'insee'],
  place: ['lieu', 'commune', 'nom de la commune', 'collectivite'],
  grouping: GROUPING_HEADERS,
  groupingName: GROUPING_NAME_HEADERS,
  department: ['departement', 'code departement'],
  list: ['liste', 'nom de la liste'],
  leader: ['tete de liste'],
  signedOn: ['signe le', 'date de signature'],
  term: ['mandat debut', 'mandat'],
  charter: ['charte'],
  principle: ['principe', 'lettre du principe'],
  measure: ['mesure', 'numero de mesure', 'n mesure'],
  localNumber: ['numero local'],
  measureStance: ['position mesure', 'position de la mesure'],
  level: ['niveau'],
  stance: ['position niveau', 'position', 'position du niveau'],
  wording: ['texte', 'redaction'],
  body: ['autre collectivite'],
  observations: ['observations', 'observation'],
};

export const TABLE_LINES_LIMIT = 30_000;
export const TABLE_PACTS_LIMIT = 200;
/** Observations may be long. */
const CELL_KEPT = 10_000;

export type TableRow = {
  /** Where a cell of this row stands, for a problem. */
  readonly at: (field: TableField) => TableCell;
  readonly line: number;
  /** Name of the table. */
  readonly table: string;
  /** Letter; null: the row says none. A row is of a principle or of a measure. */
  readonly principle: string | null;
  /** Null: the cell names no number. */
  readonly measure: number | null;
  readonly localNumber: string | null;
  readonly measureStance: Stance | null;
  readonly level: number | null;
  readonly stance: Stance | null;
  readonly wording: Wording;
  readonly body: string | null;
  readonly observations: readonly string[];
  /** The line as it came, for a person. */
  readonly written: string;
};

export type TablePact = {
  /** Of its first line. */
  readonly head: Pick<EntryLine, 'line' | 'said'> & {
    readonly termFrom: number | null;
    readonly cell: (field: LineField) => TableCell;
  };
  readonly rows: readonly TableRow[];
  readonly problems: readonly LineProblem[];
};

export type ReadTable = {
  readonly pacts: readonly TablePact[];
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly unused: readonly string[];
  readonly lines: number;
};

export type CannotReadTable =
  | CannotReadLines
  | { readonly kind: 'not-our-table'; readonly headers: readonly string[] }
  | { readonly kind: 'too-many-pacts'; readonly limit: number };

export type TableFile = { readonly name: string; readonly bytes: Uint8Array };

/** Several files say together what was signed, as the site exports it: levels of measures in one, principles in another. */
export async function readTables(files: readonly TableFile[]): Promise<Result<ReadTable, CannotReadTable>> {
  const rows: PlacedRow[] = [];
  const [headers, unused, encodings] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { name, bytes } of files) {
    const read = await readTable(bytes);
    if (!read.ok) return read;
    const { below, header, encoding } = read.value;
    const used = new Set(Object.values(header.columns));
    for (const row of below) rows.push({ ...row, columns: header.columns, width: header.headers.length, table: name });
    for (const one of header.headers) headers.add(one);
    for (const [at, one] of header.headers.entries()) if (!used.has(at) && one.trim() !== '') unused.add(one);
    encodings.add(encoding);
  }
  if (rows.length > TABLE_LINES_LIMIT) return refuse({ kind: 'too-many-lines', limit: TABLE_LINES_LIMIT });
  const groups = Map.groupBy(rows, keyOf);
  if (groups.size > TABLE_PACTS_LIMIT) return refuse({ kind: 'too-many-pacts', limit: TABLE_PACTS_LIMIT });
  return accept({
    pacts: [...groups.values()].map((group) => pactOf(group, { several: files.length > 1 })),
    encoding: [...encodings].join(', '),
    headers: [...headers],
    unused: [...unused],
    lines: rows.length,
  });
}

/** Its rows below the header; a table of something else is refused. */
async function readTable(bytes: Uint8Array) {
  const read = await rowsOf(bytes, TABLE_LINES_LIMIT);
  if (!read.ok) return read;
  const { rows, encoding } = read.value;
  const header = findHeader(rows, HEADERS);
  if (header === null || !isOurs(header.columns)) {
    const seen = header?.headers ?? rows[0]?.cells ?? [];
    const headers = seen.slice(0, 30).map((cell) => cell.slice(0, 60));
    return refuse({ kind: 'not-our-table', headers } as const);
  }
  const below = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return accept({ below, header, encoding });
}

/** Whose place, and what of the charter. */
function isOurs(columns: Columns<TableField>): boolean {
  const has = (fields: readonly TableField[]) => fields.some((field) => columns[field] !== null);
  return has(['measure', 'principle']) && has(['list', 'grouping', 'groupingName', 'place', 'municipality']);
}

/** Of our own: the tables of a ZIP that holds nothing else. */
export async function areOurTables(files: readonly TableFile[]): Promise<boolean> {
  for (const { bytes } of files) if (!(await readTable(bytes)).ok) return false;
  return files.length > 0;
}

type PlacedRow = Row & {
  readonly columns: Columns<TableField>;
  /** Columns of its table. */
  readonly width: number;
  readonly table: string;
};

function keyOf(row: PlacedRow): string {
  const cell = (field: TableField) => nameKey(cellOf(row, field));
  const pact = cell('pact');
  if (pact !== '') return `#${pact}`;
  const place = cell('municipality') || cell('grouping') || cell('place') || cell('groupingName');
  return [place, cell('charter'), cell('list')].join('|');
}

/** Without the apostrophe that our own files put before what a spreadsheet would run (src/publishing/spreadsheet/csv.ts). */
function cellOf({ cells, columns }: PlacedRow, field: TableField): string {
  const at = columns[field];
  const cell = at === null ? '' : (cells[at] ?? '');
  const plain = /^'+[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/u.test(cell) ? cell.slice(1) : cell;
  return [
    ...plain
      .normalize('NFC')
      .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, ' ')
      .trim(),
  ]
    .slice(0, CELL_KEPT)
    .join('');
}

function pactOf(group: readonly PlacedRow[], { several }: { readonly several: boolean }): TablePact {
  const [first] = group;
  if (first === undefined) throw new Error('a group has a row');
  const problems: LineProblem[] = [];
  const said = saidOf(first);
  const at = (row: PlacedRow) => (field: TableField) => cellAt(row, { field, several });
  for (const row of group.slice(1)) {
    const other = saidOf(row);
    const differs = HEAD_FIELDS.find(([name, field]) => row.columns[field] !== null && said[name] !== other[name]);
    // What one table says and another has no column for is no contradiction.
    if (differs === undefined || first.columns[differs[1]] === null) continue;
    const [name, field] = differs;
    const others = [String(first.line)];
    problems.push({ ...at(row)(field), kind: 'said-otherwise', written: other[name] ?? '', others });
  }
  const term = cellOf(first, 'term');
  const isYear = /^\d{4}$/.test(term);
  if (term !== '' && !isYear) problems.push({ ...at(first)('term'), kind: 'not-a-year', written: term.slice(0, 300) });
  const cell = (name: LineField) => at(first)(HEAD_FIELDS.find((one) => one[0] === name)?.[1] ?? 'list');
  return {
    head: { line: first.line, said, termFrom: isYear ? Number(term) : null, cell },
    rows: group.map((row) => rowOf(row, { at: at(row), problems })),
    problems,
  };
}

function cellAt(
  { line, columns, table }: PlacedRow,
  { field, several }: { readonly field: TableField; readonly several: boolean },
): TableCell {
  const at = columns[field];
  return { line, column: at === null ? null : at + 1, ...(several ? { table } : {}) };
}

/** What every row of a pact says of it, and the column that holds it. */
const HEAD_FIELDS = [
  ['municipality', 'municipality'],
  ['municipalityName', 'place'],
  ['grouping', 'grouping'],
  ['groupingName', 'groupingName'],
  ['department', 'department'],
  ['list', 'list'],
  ['leader', 'leader'],
  ['signedOn', 'signedOn'],
  ['charter', 'charter'],
] as const satisfies readonly (readonly [LineField, TableField])[];

function saidOf(row: PlacedRow): SaidLine {
  return Object.fromEntries(
    HEAD_FIELDS.flatMap(([name, field]) => {
      const cell = cellOf(row, field).slice(0, 300);
      return cell === '' ? [] : [[name, cell]];
    }),
  );
}

type RowStep = { readonly at: (field: TableField) => TableCell; readonly problems: LineProblem[] };

function rowOf(row: PlacedRow, { at, problems }: RowStep): TableRow {
  const cell = (field: TableField) => cellOf(row, field);
  const tell = (kind: LineProblem['kind'], field: TableField) => {
    problems.push({ ...at(field), kind, written: cell(field).slice(0, 300) });
  };
  const number = (field: TableField): number | null => {
    const text = cell(field);
    if (/^\d{1,4}$/.test(text)) return Number(text);
    if (text !== '') tell('unknown-number', field);
    return null;
  };
  const stance = (field: TableField): Stance | null => {
    const text = cell(field);
    const found = STANCES.find((one) => one === text);
    if (found === undefined && text !== '') tell('unknown-stance', field);
    return found ?? null;
  };
  if (row.cells.slice(row.width).some((text) => text.trim() !== '')) {
    problems.push({ ...at('measure'), column: row.width + 1, kind: 'too-many-cells', written: '' });
  }
  const principle = cell('principle');
  if (principle === '' && cell('measure') === '') {
    tell('nothing-named', row.columns.measure === null ? 'principle' : 'measure');
  }
  if (principle !== '' && cell('measure') !== '') tell('principle-and-measure', 'principle');
  const wording = WORDINGS.find((one) => one === cell('wording'));
  if (wording === undefined && cell('wording') !== '') tell('unknown-wording', 'wording');
  return {
    at,
    line: row.line,
    table: row.table,
    principle: principle === '' ? null : principle,
    measure: number('measure'),
    localNumber: cell('localNumber') || null,
    measureStance: stance('measureStance'),
    level: number('level'),
    stance: stance('stance'),
    // Other words than those of the charter, for all that is known of them.
    wording: wording ?? (cell('wording') === '' ? 'same' : 'amended'),
    body: cell('body') || null,
    observations: cell('observations')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    written: row.cells
      .filter((text) => text.trim() !== '')
      .join(' ; ')
      .slice(0, 1000),
  };
}
