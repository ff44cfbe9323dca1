/**
 * A document as DOCX (Office Open XML), written with `docx`: headings, lists, tables whose header row is repeated, French,
 * A4. Opens in Word and LibreOffice; the same document gives the same bytes. Styles are in ./docx-styles.ts.
 */
import { strFromU8, unzipSync } from 'fflate';
import {
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type IContext,
  type IParagraphOptions,
  type ITableOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx';
import { PAGE, PAGE_OF } from '#ui/messages/printed-document.fr.ts';
import type { Block, Inline, PrintedDocument } from './document.ts';
import { BULLETS, DOCX_NUMBERING, DOCX_STYLES, NUMBERS, RULED } from './docx-styles.ts';
import { officeArchive, officeInstant, sharesOf } from './office-archive.ts';
import { laid, type LaidBlock } from './page-breaks.ts';
import { printable, safeHref, xmlOf } from './printable.ts';

/** A thousand full sheets take 4 s without a pause: asked for in a thread (#server/jobs/make-document-in-worker.ts). */
export async function documentDocx(document: PrintedDocument): Promise<Uint8Array> {
  const { title, subtitle, footer, blocks } = document;
  const written = new Document({
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        footers: { default: footerOf(footer) },
        children: [
          paragraph('Title', [{ text: title }]),
          ...(subtitle === null ? [] : [paragraph('Subtitle', [{ text: subtitle }])]),
          ...laid(blocks).flatMap(({ block, startsPage }, at) => docxBlock(block, { startsPage, at })),
        ],
      },
    ],
  });
  const properties = { path: 'docProps/core.xml', data: coreProperties(document) };
  const packed = await Packer.toArrayBuffer(written, undefined, [properties]);
  return withoutHourNorChance(new Uint8Array(packed));
}

/** In place of those of `docx`, which say the hour at which the file is made and no language. */
function coreProperties({ title, madeAt }: PrintedDocument): string {
  const at = officeInstant(madeAt);
  const instant = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlOf(title)}</dc:title><dc:language>fr-FR</dc:language>${instant('created')}${instant('modified')}</cp:coreProperties>`;
}

/** Without the hour at which its parts were put together; `docx` draws the names of links by chance, here they count. */
function withoutHourNorChance(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => ({ path, text: strFromU8(part) }));
  const drawn = parts.flatMap(({ path, text }) => (path === RELATIONSHIPS ? [...text.matchAll(LINK)] : []));
  const names = new Map(drawn.map(([, id = ''], at) => [id, `link${at + 1}`]));
  const named = (whole: string, key: string, id: string): string => {
    const name = names.get(id);
    return name === undefined ? whole : `${key}="${name}"`;
  };
  return officeArchive(
    parts.map(({ path, text }) => ({
      path,
      text: path === RELATIONSHIPS || path === 'word/document.xml' ? text.replace(NAMED, named) : text,
    })),
  );
}

const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const LINK = /Id="([^"]+)" Type="[^"]+\/hyperlink"/g;
const NAMED = /(r:id|Id)="([^"]+)"/g;

/** In twentieths of a point: A4 with margins of 20 mm. */
const A4 = { width: 11906, height: 16838 };
const MARGINS = { top: 1134, right: 1134, bottom: 1134, left: 1134, header: 567, footer: 567, gutter: 0 };
const TEXT_WIDTH = 9638;

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

type Laying = { readonly startsPage: boolean; readonly at: number };

function docxBlock(block: LaidBlock, { startsPage, at }: Laying): FileChild[] {
  const onNewPage = startsPage ? { pageBreakBefore: true } : {};
  const opening = startsPage ? [new Paragraph({ style: 'AfterTable', ...onNewPage })] : [];
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runs([block]), ...onNewPage })];
    case 'paragraph':
      return [paragraph('BodyText', block.inlines, onNewPage)];
    case 'list': {
      // An instance of its own: every list that counts starts at 1.
      const numbering = { reference: block.ordered ? NUMBERS : BULLETS, level: 0, instance: block.ordered ? at : 0 };
      return [...opening, ...block.items.map((item) => paragraph('ListParagraph', item, { numbering }))];
    }
    case 'facts':
      return [...opening, ...facts(block.facts)];
    case 'table':
      return [...opening, ...table(block)];
    case 'quotation':
      return [...opening, paragraph('QuotationAuthor', [{ text: block.who }]), paragraph('Quote', block.inlines)];
    case 'writing-lines':
      return [
        ...opening,
        paragraph('WritingLabel', [{ text: block.label }]),
        ...Array.from({ length: block.lines }, () => new Paragraph({ style: 'WritingLine' })),
      ];
  }
}

function facts(rows: Extract<Block, { kind: 'facts' }>['facts']): FileChild[] {
  const widths = sharesOf([2, 5], { columns: 2, whole: TEXT_WIDTH });
  const lines = rows.map(({ label, inlines }) =>
    row(widths, [paragraph('FactLabel', [{ text: label }]), paragraph('TableContents', inlines)]),
  );
  return ruled({ widths, lines, caption: null });
}

function table({ caption, header, widths: given, rows }: Extract<Block, { kind: 'table' }>): FileChild[] {
  const widths = sharesOf(given, { columns: header.length, whole: TEXT_WIDTH });
  const head = new TableRow({
    children: cells(
      widths,
      header.map((label) => paragraph('TableHeading', [{ text: label }])),
    ),
    cantSplit: true,
    tableHeader: true,
  });
  const lines = rows.map((line) =>
    row(
      widths,
      header.map((_, index) => paragraph(index === 0 ? 'RowHeading' : 'TableContents', line[index] ?? [])),
    ),
  );
  return [paragraph('Caption', [{ text: caption }]), ...ruled({ widths, lines: [head, ...lines], caption })];
}

type Grid = {
  readonly widths: readonly number[];
  readonly lines: readonly TableRow[];
  readonly caption: string | null;
};

function ruled({ widths, lines, caption }: Grid): FileChild[] {
  const options: ITableOptions = {
    ...RULED,
    rows: lines,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: 'dxa' },
    tableLook: { firstRow: caption !== null, firstColumn: true, noHBand: true, noVBand: true },
  };
  const drawn = caption === null ? new Table(options) : new CaptionedTable(options, caption);
  return [drawn, new Paragraph({ style: 'AfterTable' })];
}

/** What a screen reader says of a table before it is entered; `docx` has no word for it. */
class CaptionedTable extends Table {
  readonly #caption: string;
  constructor(options: ITableOptions, caption: string) {
    super(options);
    this.#caption = oneLine(caption);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written: unknown = super.prepForXml(context)?.['w:tbl'];
    if (!Array.isArray(written)) throw new Error('docx wrote a table in a way that we do not know');
    // After all other properties, as the order of Office Open XML wants it.
    const children = (written as readonly IXmlableObject[]).map((child) => {
      const properties: unknown = child['w:tblPr'];
      if (!Array.isArray(properties)) return child;
      return { 'w:tblPr': [...(properties as unknown[]), { 'w:tblCaption': { _attr: { 'w:val': this.#caption } } }] };
    });
    return { 'w:tbl': children };
  }
}

function row(widths: readonly number[], contents: readonly Paragraph[]): TableRow {
  return new TableRow({ children: cells(widths, contents) });
}

function cells(widths: readonly number[], contents: readonly Paragraph[]): TableCell[] {
  return contents.map(
    (content, at) => new TableCell({ children: [content], width: { size: widths[at] ?? 0, type: 'dxa' } }),
  );
}

function paragraph(style: string, inlines: readonly Inline[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style, children: runs(inlines), ...more });
}

function runs(inlines: readonly Inline[]): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    const address = safeHref(inline);
    return address === null
      ? lines(inline, {})
      : [new ExternalHyperlink({ link: address, children: lines(inline, { style: 'Hyperlink' }) })];
  });
}

function lines({ text, style }: Inline, look: { readonly style?: string }): TextRun[] {
  const said = { ...look, ...(style === 'strong' && { bold: true }), ...(style === 'emphasis' && { italics: true }) };
  return printable(text)
    .split('\n')
    .map((line, at) => {
      const words = line.split('\t').flatMap((part, tabs) => (tabs === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...said, ...(at > 0 && { break: 1 }), children: words.filter((word) => word !== '') });
    });
}

function footerOf(text: string): Footer {
  const children = [`${oneLine(text)} · ${PAGE} `, PageNumber.CURRENT, ` ${PAGE_OF} `, PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ style: 'Footer', children: [new TextRun({ children })] })] });
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}
