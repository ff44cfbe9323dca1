/** An XLSX (ECMA-376) with one tab: the same bytes for the same table. Words are inline, days are days, nothing is a formula. */
import type { OutCell } from '#domain/plan/exchange/columns.ts';
import { officeArchive } from '../document/office-archive.ts';
import { tabName, xml, type OfficeRow, type OfficeSheet } from './office-sheet.ts';
import { withinCellLimit, type MergedDown } from './within-cell-limit.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function xlsxFile(sheet: OfficeSheet): Uint8Array {
  return officeArchive([
    { path: '[Content_Types].xml', text: TYPES },
    { path: '_rels/.rels', text: ROOT_RELATIONS },
    { path: 'docProps/core.xml', text: core(sheet) },
    { path: 'xl/workbook.xml', text: workbook(sheet) },
    { path: 'xl/_rels/workbook.xml.rels', text: BOOK_RELATIONS },
    { path: 'xl/styles.xml', text: STYLES },
    { path: 'xl/worksheets/sheet1.xml', text: worksheet(sheet) },
  ]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

const ROOT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

const BOOK_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>` +
  '</Relationships>';

/** By `STYLE_OF_ROW`; `quotePrefix` keeps words words when somebody edits the cell. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
  '<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="14"/><name val="Calibri"/></font>' +
  '<font><i/><sz val="10"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EFE8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7">' +
  style('numFmtId="0" fontId="0" fillId="0"', '') +
  style('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"', ' quotePrefix="1"') +
  style('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"', '') +
  style('numFmtId="4" fontId="0" fillId="0" applyNumberFormat="1"', '') +
  style('numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1"', '') +
  style('numFmtId="49" fontId="2" fillId="0" applyFont="1"', '') +
  style('numFmtId="49" fontId="3" fillId="0" applyFont="1"', '') +
  '</cellXfs></styleSheet>';

const WORDS = 1;
const DAY = 2;
const SUM = 3;
const STYLE_OF_ROW = { header: 4, title: 5, help: 6, data: WORDS } as const;

function style(attributes: string, more: string): string {
  return `<xf ${attributes} borderId="0" xfId="0" applyAlignment="1"${more}><alignment vertical="top" wrapText="1"/></xf>`;
}

function core({ title }: OfficeSheet): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xml(title)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`
  );
}

function workbook({ name }: OfficeSheet): string {
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<sheets><sheet name="${xml(tabName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}

function worksheet({ widths, rows: lines, frozenRows, nameColumn }: OfficeSheet): string {
  const { rows, merged } = withinCellLimit(lines, { mergedColumn: nameColumn });
  const columns = widths.map((width, at) => {
    const column = String(at + 1);
    return `<col min="${column}" max="${column}" width="${String(width)}" customWidth="1"/>`;
  });
  const frozen = String(frozenRows);
  const pane =
    frozenRows === 0
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${String(frozenRows + 1)}" ` +
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}">${pane}<cols>${columns.join('')}</cols>` +
    `<sheetData>${rows.map((row, at) => rowWritten(row, at + 1)).join('')}</sheetData>${mergedCells(merged)}</worksheet>`
  );
}

function mergedCells(merged: readonly MergedDown[]): string {
  if (merged.length === 0) return '';
  const areas = merged.map(
    ({ column, top, bottom }) => `<mergeCell ref="${address(column, top)}:${address(column, bottom)}"/>`,
  );
  return `<mergeCells count="${String(merged.length)}">${areas.join('')}</mergeCells>`;
}

function rowWritten({ kind, cells }: OfficeRow, row: number): string {
  const written = cells.map((cell, column) => cellWritten(cell, { at: address(column, row), kind }));
  return `<row r="${String(row)}">${written.join('')}</row>`;
}

function cellWritten(cell: OutCell, { at, kind }: { readonly at: string; readonly kind: OfficeRow['kind'] }): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${String(SUM)}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="${String(DAY)}"><v>${String(serialOf(cell.day))}</v></c>`;
  const words = xml(cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
  return `<c r="${at}" s="${String(STYLE_OF_ROW[kind])}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

/** Days since the one that spreadsheets count from, from March 1900 on. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function address(column: number, row: number): string {
  const first = Math.floor(column / 26);
  const letters = (first === 0 ? '' : String.fromCharCode(64 + first)) + String.fromCharCode(65 + (column % 26));
  return letters + String(row);
}
