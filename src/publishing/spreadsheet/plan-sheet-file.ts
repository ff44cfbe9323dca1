/** A plan as a spreadsheet file, in our own columns or in the layout of Territoires en Transitions. */
import { OWN_COLUMNS, type OutCell, type OutColumn } from '#domain/plan/exchange/columns.ts';
import { dayAsWritten } from '#domain/plan/exchange/days.ts';
import type { PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import type { WrittenColumn } from '#domain/plan/exchange/written-columns.ts';
import { TET_COLUMNS, TET_HELP, TET_TITLE } from '#domain/plan/exchange/tet-columns.ts';
import { CSV_MARK, csvLine } from './csv.ts';
import { ODS_TYPE, odsFile } from './ods-file.ts';
import type { OfficeSheet } from './office-sheet.ts';
import { XLSX_TYPE, xlsxFile } from './xlsx-file.ts';

export const PLAN_FORMATS = ['csv', 'xlsx', 'ods', 'tet'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export type PlanToWrite = {
  readonly title: string;
  readonly lines: readonly PlanLine[];
  /** Beside our columns, a cell for each line. */
  readonly written?: readonly WrittenColumn[];
};

/** `tet`: an XLSX. */
export function planSheetFile(plan: PlanToWrite, format: PlanFormat): Uint8Array {
  switch (format) {
    case 'csv':
      return Buffer.from(
        planCsv(
          plan,
          OWN_COLUMNS.map(({ header }) => header),
        ),
      );
    case 'xlsx':
      return xlsxFile(ownSheet(plan));
    case 'ods':
      return odsFile(ownSheet(plan));
    case 'tet':
      return xlsxFile(tetSheet(plan));
  }
}

/** Days as DD/MM/YYYY, as our own columns are read back. */
export function planCsv({ lines, written = [] }: PlanToWrite, headers: readonly string[]): string {
  const rows = lines.map((line, at) =>
    csvLine([...OWN_COLUMNS.map(({ cell }) => asCsv(cell(line))), ...written.map(({ cells }) => cells[at] ?? null)]),
  );
  return [CSV_MARK + csvLine([...headers, ...written.map(({ header }) => header)]), ...rows].join('');
}

function asCsv(cell: OutCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? dayAsWritten(cell.day) : cell;
}

function ownSheet({ title, lines, written = [] }: PlanToWrite): OfficeSheet {
  const data = dataRows(lines, OWN_COLUMNS).map((row, at): OfficeSheet['rows'][number] => ({
    ...row,
    cells: [...row.cells, ...written.map(({ cells }) => cells[at] ?? null)],
  }));
  return {
    name: title,
    title,
    frozenRows: 1,
    nameColumn: titleIn(OWN_COLUMNS),
    widths: [...OWN_COLUMNS.map(({ width }) => width), ...written.map(() => 40)],
    rows: [
      { kind: 'header', cells: [...OWN_COLUMNS.map(({ header }) => header), ...written.map(({ header }) => header)] },
      ...data,
    ],
  };
}

/** Title in row 1, headers in row 2, help in row 3, data from row 4. */
function tetSheet({ title, lines }: PlanToWrite): OfficeSheet {
  return {
    name: TET_TITLE,
    title,
    frozenRows: 3,
    nameColumn: titleIn(TET_COLUMNS),
    widths: TET_COLUMNS.map(({ width }) => width),
    rows: [
      { kind: 'title', cells: [title] },
      { kind: 'header', cells: TET_COLUMNS.map(({ header }) => header) },
      { kind: 'help', cells: [TET_HELP] },
      ...dataRows(lines, TET_COLUMNS),
    ],
  };
}

function titleIn(columns: readonly OutColumn[]): number {
  return columns.findIndex(({ field }) => field === 'title');
}

function dataRows(lines: readonly PlanLine[], columns: readonly OutColumn[]): OfficeSheet['rows'] {
  return lines.map((line) => ({ kind: 'data', cells: columns.map(({ cell }) => cell(line)) }));
}

/** What a browser and a disk are told of a file. */
export const PLAN_FILE = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'actions.csv' },
  xlsx: { type: XLSX_TYPE, ending: 'actions.xlsx' },
  ods: { type: ODS_TYPE, ending: 'actions.ods' },
  tet: { type: XLSX_TYPE, ending: 'territoires-en-transitions.xlsx' },
} as const satisfies Readonly<Record<PlanFormat, { readonly type: string; readonly ending: string }>>;
