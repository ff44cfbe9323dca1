/**
 * Our own table of the levels of measures (`engagements`, as the site exports it), from its rows to pacts: one for each number
 * of pact, or for each list of a municipality when there is none. Every line is somewhere; what is wrong is told with its cell.
 */
import type { EntryLine, LineProblem, SaidLine } from '#domain/bulk-entry/entry-line.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import { STANCES, WORDINGS, type Stance, type Wording } from '#domain/pact/stance.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { findHeader, type Columns } from '#reading/candidates/columns.ts';
import type { Row } from '#reading/table/row-parser.ts';
import { rowsOf, type CannotReadLines } from './read-lines.ts';

const TABLE_FIELDS = [
  ...(['pact', 'municipality', 'place', 'department', 'list', 'leader', 'signedOn', 'term', 'charter'] as const),
  ...(['measure', 'localNumber', 'measureStance', 'level', 'stance', 'wording', 'body', 'observations'] as const),
] as const;
type TableField = (typeof TABLE_FIELDS)[number];

/** Names of the export first (src/publishing/spreadsheet/pact-columns.ts), folded by `nameKey`. */
const HEADERS: Readonly<Record<TableField, readonly string[]>> = {
  pact: ['pacte'],
  municipality: ['code commune', 'code insee', 'insee'],
  place: ['lieu', 'commune', 'nom de la commune'],
  department: ['departement', 'code departement'],
  list: ['liste', 'nom de la liste'],
  leader: ['tete de liste'],
  signedOn: ['signe le', 'date de signature'],
  term: ['mandat debut', 'mandat'],
  charter: ['charte'],
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
  readonly line: number;
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
  readonly head: Pick<EntryLine, 'line' | 'said'> & { readonly termFrom: number | null };
  readonly rows: readonly TableRow[];
  readonly problems: readonly LineProblem[];
};

export type ReadTable = {
  readonly pacts: readonly TablePact[];
  readonly columns: Columns<TableField>;
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly unused: readonly string[];
  readonly lines: number;
};

export type CannotReadTable =
  | CannotReadLines
  | { readonly kind: 'not-our-table'; readonly headers: readonly string[] }
  | { readonly kind: 'too-many-pacts'; readonly limit: number };

export async function readTable(bytes: Uint8Array): Promise<Result<ReadTable, CannotReadTable>> {
  const read = await rowsOf(bytes, TABLE_LINES_LIMIT);
  if (!read.ok) return read;
  const { rows, encoding } = read.value;
  const header = findHeader(rows, HEADERS);
  const seen = header?.headers ?? rows[0]?.cells ?? [];
  const needed: readonly TableField[] = ['measure', 'list'];
  if (header === null || needed.some((field) => header.columns[field] === null)) {
    return refuse({ kind: 'not-our-table', headers: seen.slice(0, 30).map((cell) => cell.slice(0, 60)) });
  }
  const { columns } = header;
  const below = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const groups = Map.groupBy(below, (row) => keyOf(row, columns));
  if (groups.size > TABLE_PACTS_LIMIT) return refuse({ kind: 'too-many-pacts', limit: TABLE_PACTS_LIMIT });
  const used = new Set(Object.values(columns));
  return accept({
    pacts: [...groups.values()].map((group) => pactOf(group, columns)),
    columns,
    encoding,
    headers: header.headers,
    unused: header.headers.filter((name, at) => !used.has(at) && name.trim() !== ''),
    lines: below.length,
  });
}

function keyOf(row: Row, columns: Columns<TableField>): string {
  const cell = (field: TableField) => nameKey(cellOf(row, columns, field));
  const pact = cell('pact');
  return pact === '' ? [cell('municipality') || cell('place'), cell('charter'), cell('list')].join('|') : `#${pact}`;
}

/** Without the apostrophe that our own files put before what a spreadsheet would run (src/publishing/spreadsheet/csv.ts). */
function cellOf({ cells }: Row, columns: Columns<TableField>, field: TableField): string {
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

function pactOf(group: readonly Row[], columns: Columns<TableField>): TablePact {
  const [first] = group;
  if (first === undefined) throw new Error('a group has a row');
  const problems: LineProblem[] = [];
  const said = saidOf(first, columns);
  for (const row of group.slice(1)) {
    const other = saidOf(row, columns);
    const differs = (Object.keys({ ...said, ...other }) as (keyof SaidLine)[]).find(
      (field) => said[field] !== other[field],
    );
    if (differs === undefined) continue;
    problems.push({
      kind: 'said-otherwise',
      line: row.line,
      column: null,
      written: other[differs] ?? '',
      others: [String(first.line)],
    });
  }
  const term = cellOf(first, columns, 'term');
  return {
    head: { line: first.line, said, termFrom: /^\d{4}$/.test(term) ? Number(term) : null },
    rows: group.map((row) => rowOf(row, columns, problems)),
    problems,
  };
}

function saidOf(row: Row, columns: Columns<TableField>): SaidLine {
  const fields = [
    ['municipality', 'municipality'],
    ['municipalityName', 'place'],
    ['department', 'department'],
    ['list', 'list'],
    ['leader', 'leader'],
    ['signedOn', 'signedOn'],
    ['charter', 'charter'],
  ] as const;
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const cell = cellOf(row, columns, field).slice(0, 300);
      return cell === '' ? [] : [[name, cell]];
    }),
  );
}

function rowOf(row: Row, columns: Columns<TableField>, problems: LineProblem[]): TableRow {
  const cell = (field: TableField) => cellOf(row, columns, field);
  const tell = (kind: LineProblem['kind'], field: TableField) => {
    const at = columns[field];
    problems.push({ kind, line: row.line, column: at === null ? null : at + 1, written: cell(field).slice(0, 300) });
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
  const measure = number('measure');
  if (measure === null && cell('measure') === '') tell('unknown-measure', 'measure');
  return {
    line: row.line,
    measure,
    localNumber: cell('localNumber') || null,
    measureStance: stance('measureStance'),
    level: number('level'),
    stance: stance('stance'),
    wording: WORDINGS.find((one) => one === cell('wording')) ?? 'same',
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
