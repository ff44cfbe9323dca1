/**
 * A document as ODT (OpenDocument 1.3): headings, lists, tables whose header cells are told, French, A4. Opens in
 * LibreOffice and Word; the same document gives the same bytes. Styles are in ./odt-styles.ts.
 */
import { asMarkup } from '#domain/shared/markup.ts';
import { TABLE } from '#ui/messages/printed-document.fr.ts';
import type { Block, Inline, PrintedDocument } from './document.ts';
import { officeArchive, officeInstant, sharesOf } from './office-archive.ts';
import { AUTOMATIC_STYLES, NAMESPACES, stylesPart, TEXT_WIDTH_MM } from './odt-styles.ts';
import { laid, type LaidBlock } from './page-breaks.ts';
import { safeHref, xmlOf } from './printable.ts';

export function documentOdt(document: PrintedDocument): Uint8Array {
  return officeArchive([
    { path: 'mimetype', text: MEDIA_TYPE, stored: true },
    { path: 'META-INF/manifest.xml', text: MANIFEST },
    { path: 'meta.xml', text: meta(document) },
    { path: 'styles.xml', text: stylesPart(document.footer) },
    { path: 'content.xml', text: content(document) },
  ]);
}

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', MEDIA_TYPE],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`;

function meta({ title, madeAt }: PrintedDocument): string {
  const at = officeInstant(madeAt);
  return `${XML}<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${xmlOf(title)}</dc:title><dc:language>fr-FR</dc:language><meta:creation-date>${at}</meta:creation-date><dc:date>${at}</dc:date></office:meta></office:document-meta>`;
}

function content({ title, subtitle, blocks }: PrintedDocument): string {
  const shapes = new TableShapes();
  const body = [
    paragraph('Title', [{ text: title }]),
    ...(subtitle === null ? [] : [paragraph('Subtitle', [{ text: subtitle }])]),
    ...laid(blocks).map(({ block, startsPage }) => odtBlock(block, { startsPage, shapes })),
  ].join('');
  return `${XML}<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${AUTOMATIC_STYLES}${shapes.styles()}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

type Laying = { readonly startsPage: boolean; readonly shapes: TableShapes };

function odtBlock(block: LaidBlock, { startsPage, shapes }: Laying): string {
  const opening = startsPage ? '<text:p text:style-name="New_Page"/>' : '';
  switch (block.kind) {
    case 'heading':
      return `<text:h text:style-name="H${block.level}${startsPage ? '_New_Page' : ''}" text:outline-level="${block.level}">${said([block])}</text:h>`;
    case 'paragraph':
      return paragraph(startsPage ? 'Body_New_Page' : 'Text_20_body', block.inlines);
    case 'list':
      return `${opening}<text:list text:style-name="${block.ordered ? 'Numbers' : 'Bullets'}">${block.items
        .map((item) => `<text:list-item>${paragraph('List_20_Contents', item)}</text:list-item>`)
        .join('')}</text:list>`;
    case 'facts':
      return opening + facts(block.facts, shapes);
    case 'table':
      return opening + table(block, shapes);
    case 'quotation':
      return `${opening}${paragraph('Quotation_20_Author', [{ text: block.who }])}${paragraph('Quotations', block.inlines)}`;
    case 'writing-lines':
      return `${opening}${paragraph('Writing_20_Label', [{ text: block.label }])}${'<text:p text:style-name="Writing_20_Line"/>'.repeat(block.lines)}`;
  }
}

function facts(rows: Extract<Block, { kind: 'facts' }>['facts'], shapes: TableShapes): string {
  if (rows.length === 0) return '';
  const { name, columns } = shapes.shape([2, 5]);
  const lines = rows.map(
    ({ label, inlines }) =>
      `<table:table-row>${cell('Fact_Label', 'Fact_20_Label', [{ text: label }])}${cell('Fact', 'Table_20_Contents', inlines)}</table:table-row>`,
  );
  return `<table:table table:name="${name}" table:style-name="Whole_Width"><table:table-header-columns>${columns[0] ?? ''}</table:table-header-columns>${columns[1] ?? ''}${lines.join('')}</table:table>${AFTER_TABLE}`;
}

function table({ caption, header, widths, rows }: Extract<Block, { kind: 'table' }>, shapes: TableShapes): string {
  const { name, columns } = shapes.shape(header.map((_, index) => widths[index] ?? 1));
  const head = header.map((label) => cell('Header_Cell', 'Table_20_Heading', [{ text: label }])).join('');
  const lines = rows.map((row) => {
    const cells = header.map((_, index) =>
      cell('Cell', index === 0 ? 'Row_20_Heading' : 'Table_20_Contents', row[index] ?? []),
    );
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `${paragraph('Caption', [{ text: caption }])}<table:table table:name="${name}" table:style-name="Whole_Width"><table:title>${xmlOf(caption)}</table:title><table:table-header-columns>${columns[0] ?? ''}</table:table-header-columns>${columns.slice(1).join('')}<table:table-header-rows><table:table-row>${head}</table:table-row></table:table-header-rows>${lines.join('')}</table:table>${AFTER_TABLE}`;
}

const AFTER_TABLE = '<text:p text:style-name="After_20_Table"/>';

function cell(style: string, words: string, inlines: readonly Inline[]): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraph(words, inlines)}</table:table-cell>`;
}

function paragraph(style: string, inlines: readonly Inline[]): string {
  return `<text:p text:style-name="${style}">${said(inlines)}</text:p>`;
}

function said(inlines: readonly Inline[]): string {
  return inlines.map(inline).join('');
}

function inline(given: Inline): string {
  const href = safeHref(given);
  const style = given.style === undefined ? null : given.style === 'strong' ? 'Strong_20_Emphasis' : 'Emphasis';
  const text = spelled(given.text);
  const styled = style === null ? text : `<text:span text:style-name="${style}">${text}</text:span>`;
  return href === null ? styled : `<text:a xlink:type="simple" xlink:href="${asMarkup(href)}">${styled}</text:a>`;
}

/** Lines, tabs and spaces in a row are elements here: XML would join them. */
function spelled(text: string): string {
  return xmlOf(text)
    .replaceAll('\n', '<text:line-break/>')
    .replaceAll('\t', '<text:tab/>')
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replace(/^ /, '<text:s/>');
}

/** The columns of every table: their widths are styles, which stand before the words. */
class TableShapes {
  #styles: string[] = [];
  #count = 0;

  shape(widths: readonly number[]): { readonly name: string; readonly columns: readonly string[] } {
    this.#count += 1;
    const name = `${TABLE} ${this.#count}`;
    const shares = sharesOf(widths, { columns: widths.length, whole: TEXT_WIDTH_MM * 10 });
    const columns = shares.map((share) => {
      const style = `Column_${share}`;
      const rule = `<style:style style:name="${style}" style:family="table-column"><style:table-column-properties style:column-width="${share / 10}mm"/></style:style>`;
      if (!this.#styles.includes(rule)) this.#styles.push(rule);
      return `<table:table-column table:style-name="${style}"/>`;
    });
    return { name, columns };
  }

  styles(): string {
    return this.#styles.join('');
  }
}
