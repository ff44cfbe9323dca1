/**
 * An XLSX as rows of typed cells (ECMA-376, part 1, 18.3). Formulas are never computed: the result that the file holds is
 * taken. Formats are looked at for one thing: whether a number is a day.
 */
import { integerAttribute, childNamed, childrenNamed, descendantsNamed, textOf } from '../extract/archive/xml-query.ts';
import { parseXmlBranches, parseXmlTree, type XmlElement } from '../extract/archive/xml.ts';
import type { Archive } from '../extract/archive/open-archive.ts';
import { cellText } from './cell-text.ts';
import { serialDay, type NumberFormat } from './number-format.ts';
import { cellAllowance, tabBuilder, type TabBuilder } from './tab-builder.ts';
import { addressIn, TABS_LIMIT, type CellValue, type SheetCell, type Tab } from './workbook.ts';
import { SheetRefused } from './sheet-refused.ts';
import { cellFormats, sharedStrings, stringItem } from './xlsx-parts.ts';

export async function readXlsx(archive: Archive): Promise<readonly Tab[]> {
  const bookPath = await mainPart(archive);
  const book = parseXmlTree(await needed(archive, bookPath));
  const epoch = /^(?:1|true)$/.test(childNamed(book, 'x:workbookPr')?.attributes['date1904'] ?? '') ? 1904 : 1900;
  const targets = await relations(archive, bookPath);
  const strings = sharedStrings(await archive.read(beside(bookPath, 'sharedStrings.xml')));
  const formats = cellFormats(await archive.read(beside(bookPath, 'styles.xml')));
  const listed = childrenNamed(childNamed(book, 'x:sheets') ?? book, 'x:sheet');
  if (listed.length > TABS_LIMIT) throw new SheetRefused({ kind: 'too-many-tabs', limit: TABS_LIMIT });
  const tabs: Tab[] = [];
  const allow = cellAllowance();
  for (const { attributes } of listed) {
    const path = targets.get(attributes['r:id'] ?? '');
    // Sheets of charts, of macros.
    if (path === undefined || !path.includes('worksheets/')) continue;
    const hidden = (attributes['state'] ?? 'visible') !== 'visible';
    const builder = tabBuilder({ name: cellText(attributes['name'] ?? ''), hidden }, allow);
    readRows(await needed(archive, path), { builder, cellOf: (cell) => cellOf(cell, { strings, formats, epoch }) });
    tabs.push(builder.tab());
  }
  return tabs;
}

function readRows(
  bytes: Uint8Array,
  { builder, cellOf: read }: { builder: TabBuilder; cellOf: (cell: XmlElement) => SheetCell | null },
): void {
  let lastRow = 0;
  parseXmlBranches(bytes, {
    parents: ['x:sheetData', 'x:mergeCells'],
    onBranch: (branch, parent) => {
      if (parent === 'x:mergeCells') {
        const [from, to] = (branch.attributes['ref'] ?? '').split(':').map(addressIn);
        if (from && to) builder.addArea({ top: from.row, bottom: to.row, left: from.column, right: to.column });
        return;
      }
      const row = integerAttribute(branch, 'r') ?? lastRow + 1;
      lastRow = row;
      const cells = new Map<number, SheetCell>();
      let column = -1;
      for (const element of childrenNamed(branch, 'x:c')) {
        column = addressIn(element.attributes['r'] ?? '')?.column ?? column + 1;
        const cell = read(element);
        if (cell !== null) cells.set(column, cell);
      }
      if (cells.size > 0 && /^(?:1|true)$/.test(branch.attributes['hidden'] ?? '')) builder.hideRow();
      builder.addRow(row, cells);
    },
  });
}

type Book = {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: 1900 | 1904;
};

function cellOf(element: XmlElement, book: Book): SheetCell | null {
  const value = valueOf(element, book);
  const formula = childNamed(element, 'x:f');
  // A formula may well give no words at all: that is a result.
  if (formula === undefined || (value === null && element.attributes['t'] === 'str')) return value;
  return { ...(value ?? { kind: 'no-result' }), formula: textOf(formula).slice(0, 200) };
}

function valueOf(element: XmlElement, { strings, formats, epoch }: Book): CellValue | null {
  const type = element.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return text(stringItem(childNamed(element, 'x:is')));
  const holder = childNamed(element, 'x:v');
  if (holder === undefined) return null;
  const written = textOf(holder);
  switch (type) {
    case 's':
      return text(strings[Number(written)] ?? '');
    case 'str':
      return text(written);
    case 'b':
      return { kind: 'truth', value: written.trim() === '1' };
    case 'e':
      return { kind: 'error', code: written.trim() };
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(written)
        ? { kind: 'day', day: written.slice(0, 10), precision: 'day' }
        : text(written);
    default:
      return numberOf(written, { format: formats[integerAttribute(element, 's') ?? 0], epoch });
  }
}

function numberOf(written: string, as: { format: NumberFormat | undefined; epoch: 1900 | 1904 }): CellValue | null {
  const value = written.trim() === '' ? Number.NaN : Number(written);
  if (!Number.isFinite(value)) return written.trim() === '' ? null : text(written);
  const format = as.format ?? { kind: 'plain' };
  if (format.kind === 'date') {
    const day = serialDay(value, as.epoch);
    if (day !== null) return { kind: 'day', day, precision: format.precision };
  }
  if (format.kind === 'time') return text(clock(value));
  return format.kind === 'unit' ? { kind: 'number', value, unit: format.unit } : { kind: 'number', value };
}

/** Hours and minutes of a part of a day; more than a day is left as hours. */
function clock(value: number): string {
  const minutes = Math.round(value * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function text(words: string): CellValue | null {
  const clean = cellText(words);
  return clean === '' ? null : { kind: 'text', text: clean };
}

async function mainPart(archive: Archive): Promise<string> {
  const bytes = await archive.read('_rels/.rels');
  if (bytes === null) return 'xl/workbook.xml';
  for (const { attributes } of descendantsNamed(parseXmlTree(bytes), 'Relationship')) {
    if ((attributes['Type'] ?? '').endsWith('/officeDocument')) return (attributes['Target'] ?? '').replace(/^\//, '');
  }
  return 'xl/workbook.xml';
}

async function relations(archive: Archive, path: string): Promise<ReadonlyMap<string, string>> {
  const at = path.lastIndexOf('/') + 1;
  const bytes = await needed(archive, `${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
  const found = [...descendantsNamed(parseXmlTree(bytes), 'Relationship')].map(({ attributes }): [string, string] => [
    attributes['Id'] ?? '',
    beside(path, attributes['Target'] ?? ''),
  ]);
  return new Map(found);
}

/** A target is written from the folder of the part that names it, or from the top with a slash. */
function beside(path: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return path.slice(0, path.lastIndexOf('/') + 1) + target.replace(/^\.\//, '');
}

async function needed(archive: Archive, path: string): Promise<Buffer> {
  const bytes = await archive.read(path);
  if (bytes === null) throw new Error(`no part ${path}`);
  return bytes;
}
