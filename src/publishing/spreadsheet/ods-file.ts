/** An ODS (OpenDocument 1.3) with one tab: the same bytes for the same table. Words are words, days are days, nothing is a formula. */
import type { OutCell } from '#domain/plan/exchange/columns.ts';
import { officeArchive } from '../document/office-archive.ts';
import { tabName, xml, type OfficeRow, type OfficeSheet } from './office-sheet.ts';

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

export function odsFile(sheet: OfficeSheet): Uint8Array {
  return officeArchive([
    // First and not compressed: what a file is must be read without opening it.
    { path: 'mimetype', text: ODS_TYPE, stored: true },
    { path: 'META-INF/manifest.xml', text: MANIFEST },
    { path: 'meta.xml', text: meta(sheet) },
    { path: 'styles.xml', text: STYLES },
    { path: 'settings.xml', text: settings(sheet) },
    { path: 'content.xml', text: content(sheet) },
  ]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAME = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES =
  `xmlns:office="${NAME}:office:1.0" xmlns:table="${NAME}:table:1.0" xmlns:text="${NAME}:text:1.0" ` +
  `xmlns:style="${NAME}:style:1.0" xmlns:number="${NAME}:datastyle:1.0" xmlns:fo="${NAME}:xsl-fo-compatible:1.0" ` +
  `xmlns:config="${NAME}:config:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`;

const MANIFEST =
  `${HEAD}<manifest:manifest xmlns:manifest="${NAME}:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/>` +
  ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']
    .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>';

const STYLES =
  `${HEAD}<office:document-styles ${SPACES}><office:styles><style:default-style style:family="table-cell">` +
  '<style:text-properties fo:language="fr" fo:country="FR"/></style:default-style></office:styles></office:document-styles>';

function meta({ title }: OfficeSheet): string {
  return `${HEAD}<office:document-meta ${SPACES}><office:meta><dc:title>${xml(title)}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`;
}

/** The rows of headers stay in sight. */
function settings({ name, frozenRows }: OfficeSheet): string {
  const item = (key: string, type: string, value: string) =>
    `<config:config-item config:name="${key}" config:type="${type}">${value}</config:config-item>`;
  return (
    `${HEAD}<office:document-settings ${SPACES}><office:settings><config:config-item-set config:name="ooo:view-settings">` +
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    '<config:config-item-map-named config:name="Tables">' +
    `<config:config-item-map-entry config:name="${xml(tabName(name))}">` +
    item('VerticalSplitMode', 'short', '2') +
    item('VerticalSplitPosition', 'int', String(frozenRows)) +
    item('PositionBottom', 'int', String(frozenRows)) +
    '</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry>' +
    '</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}

function content({ name, widths, rows }: OfficeSheet): string {
  const columnStyles = widths.map(
    (width, at) =>
      `<style:style style:name="co${String(at)}" style:family="table-column">` +
      `<style:table-column-properties style:column-width="${(width * 0.19).toFixed(2)}cm"/></style:style>`,
  );
  const columns = widths.map((_, at) => `<table:table-column table:style-name="co${String(at)}"/>`);
  return (
    `${HEAD}<office:document-content ${SPACES}><office:automatic-styles>` +
    '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>' +
    '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
    columnStyles.join('') +
    cellStyle('data', '') +
    cellStyle('day', '', ' style:data-style-name="N1"') +
    cellStyle('header', ' fo:font-weight="bold"', '', ' fo:background-color="#e6efe8"') +
    cellStyle('title', ' fo:font-weight="bold" fo:font-size="14pt"') +
    cellStyle('help', ' fo:font-style="italic"') +
    '</office:automatic-styles><office:body><office:spreadsheet>' +
    `<table:table table:name="${xml(tabName(name))}">${columns.join('')}${rows.map(rowWritten).join('')}</table:table>` +
    '</office:spreadsheet></office:body></office:document-content>'
  );
}

function cellStyle(name: string, text: string, more = '', cell = ''): string {
  return (
    `<style:style style:name="${name}" style:family="table-cell"${more}>` +
    `<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"${cell}/>` +
    `<style:text-properties${text}/></style:style>`
  );
}

function rowWritten({ kind, cells }: OfficeRow): string {
  return `<table:table-row>${cells.map((cell) => cellWritten(cell, kind)).join('')}</table:table-row>`;
}

function cellWritten(cell: OutCell, kind: OfficeRow['kind']): string {
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'number') {
    return `<table:table-cell table:style-name="data" office:value-type="float" office:value="${String(cell)}"><text:p>${String(cell).replace('.', ',')}</text:p></table:table-cell>`;
  }
  if (typeof cell === 'object') {
    const { day } = cell;
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"><text:p>${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}</text:p></table:table-cell>`;
  }
  const paragraphs = cell.split('\n').map((line) => `<text:p>${spaced(line)}</text:p>`);
  return `<table:table-cell table:style-name="${kind}" office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

/** White space that would fold is written as elements. */
function spaced(line: string): string {
  return xml(line)
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ | $| (?= )/g, '<text:s/>');
}
