/** What the columns of a tab seem to mean: the header is looked for among the first rows; a person confirms or changes. */
import { nameKey } from '#domain/campaign/name-key.ts';
import { OWN_COLUMNS } from '#domain/plan/exchange/columns.ts';
import { LINE_FIELDS, type LineField } from '#domain/plan/exchange/fields.ts';
import { TET_COLUMNS } from '#domain/plan/exchange/tet-columns.ts';
import type { SheetRow, Tab, Workbook } from '../sheet/workbook.ts';
import { shownCell } from './shown-cell.ts';
import { NO_WORDS, type ImportChoices } from './import-choices.ts';
import { FUNDER_SUM_HEADERS, KNOWN_HEADERS } from './known-headers.ts';

/** `own`: made from a file of ours; `tet`: Territoires en Transitions, by its numbered axes. */
export type SheetLayout = 'own' | 'tet' | 'other';

/** Rows above the header that a file may have: a title, a date, a logo. */
const ROWS_ABOVE = 20;

/** The tab that names the most columns; the first visible one when none names any. */
export function proposeChoices({ tabs }: Workbook): ImportChoices {
  const proposals = tabs.map((tab, at) => ({ at, tab, found: proposeColumns(tab) }));
  const best = proposals.toSorted(
    (one, other) =>
      Number(one.tab.hidden) - Number(other.tab.hidden) || named(other.found) - named(one.found) || one.at - other.at,
  )[0];
  return choicesOfTab(tabs, best?.at ?? 0);
}

/** The same for the tab that a person chose. */
export function choicesOfTab(tabs: readonly Tab[], at: number): ImportChoices {
  const tab = tabs[at];
  const found = tab === undefined ? NOTHING_FOUND : proposeColumns(tab);
  return {
    tab: at,
    headerRow: found.headerRow,
    dataFrom: found.dataFrom,
    columns: found.columns,
    separator: found.layout === 'own' ? 'semicolon' : 'comma',
    words: NO_WORDS,
    serialDays: null,
    emptyAxis: found.layout === 'own' ? 'none' : null,
    subActions: null,
    blockedReason: null,
    skippedRows: [],
    blanks: 'keep',
    matches: {},
    removed: [],
  };
}

/** Another row holds the names of columns: what they mean is proposed again from it. */
export function withHeaderRow(
  choices: ImportChoices,
  { tab, row }: { readonly tab: Tab | undefined; readonly row: number },
): ImportChoices {
  const header = tab?.rows.find((one) => one.row === row);
  if (header === undefined) return { ...choices, headerRow: 0 };
  const columns = columnsOf(header, choices.columns.length);
  return { ...choices, headerRow: row, dataFrom: row + 1, columns };
}

export type ProposedColumns = {
  readonly layout: SheetLayout;
  readonly headerRow: number;
  readonly dataFrom: number;
  readonly columns: readonly (LineField | null)[];
};

const NOTHING_FOUND: ProposedColumns = { layout: 'other', headerRow: 0, dataFrom: 1, columns: [] };

export function proposeColumns(tab: Tab): ProposedColumns {
  const width = Math.max(0, ...tab.rows.slice(0, 200).map(({ cells }) => cells.length));
  const candidates = tab.rows
    .slice(0, ROWS_ABOVE)
    .map((row) => ({ row: row.row, columns: columnsOf(row, width), keys: keysOf(row) }));
  const count = ({ columns }: (typeof candidates)[number]) => columns.filter((field) => field !== null).length;
  const best = candidates.toSorted((one, other) => count(other) - count(one) || one.row - other.row)[0];
  const isHeader = best !== undefined && (count(best) >= 2 || (count(best) === 1 && best.columns.includes('title')));
  if (!isHeader) return { ...NOTHING_FOUND, dataFrom: tab.rows[0]?.row ?? 1, columns: Array(width).fill(null) };
  const layout = layoutOf(best);
  return {
    layout,
    headerRow: best.row,
    // Their sheet explains its columns in the row below their names.
    dataFrom: best.row + (layout === 'tet' ? 2 : 1),
    columns: best.columns,
  };
}

/** Of the row that a person says to be the header. */
export function columnsOf(row: SheetRow, width = row.cells.length): readonly (LineField | null)[] {
  const taken = new Set<LineField>();
  let funder: LineField | null = null;
  const keys = keysOf(row);
  return Array.from({ length: Math.max(width, row.cells.length) }, (_, column) => {
    const key = keys[column] ?? '';
    const sum = funder !== null && FUNDER_SUM_HEADERS.includes(key) ? (`${funder}Sum` as LineField) : null;
    const field = sum ?? FIELD_OF_KEY.get(key) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    if (field === 'funder1' || field === 'funder2' || field === 'funder3') funder = field;
    return field;
  });
}

const OWN_KEYS: ReadonlyMap<string, LineField> = new Map(
  OWN_COLUMNS.flatMap(({ code, header, field }) => [
    [headerKey(code), field],
    [headerKey(header), field],
  ]),
);

/** Our own names win over what they may mean to others. */
const FIELD_OF_KEY: ReadonlyMap<string, LineField> = new Map([
  ...LINE_FIELDS.flatMap((field) => (KNOWN_HEADERS[field] ?? []).map((name): [string, LineField] => [name, field])),
  ...TET_COLUMNS.filter(({ field }) => !field.endsWith('Sum')).map(({ header, field }): [string, LineField] => [
    headerKey(header),
    field,
  ]),
  ...OWN_KEYS,
]);

function keysOf(row: SheetRow): readonly string[] {
  return row.cells.map((cell) => (cell === null ? '' : headerKey(shownCell(cell))));
}

/** `Nº` and `No` are `n`, as `N°` is; an underscore is a space. */
export function headerKey(header: string): string {
  return nameKey(header.replaceAll('_', ' ').replaceAll('º', '°').replaceAll('№', 'N°')).replace(/^no /, 'n ');
}

function layoutOf({
  keys,
  columns,
}: {
  readonly keys: readonly string[];
  readonly columns: readonly (LineField | null)[];
}): SheetLayout {
  if (keys.includes('axe x') || keys.includes('titre de la fiche action')) return 'tet';
  // Whoever adds a column of theirs to our file still holds our file.
  const ours = keys.filter((key) => OWN_KEYS.has(key)).length;
  return ours >= 10 && columns.includes('id') ? 'own' : 'other';
}

function named(found: ProposedColumns): number {
  return found.columns.filter((field) => field !== null).length;
}
