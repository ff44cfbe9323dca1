/**
 * A document as DOCX (Office Open XML): headings, lists, tables whose header row is repeated, French, A4. Opens in Word
 * and LibreOffice; the same document gives the same bytes. Styles are in ./docx-styles.ts.
 */
import { pageNumber } from '#ui/messages/printed-document.fr.ts';
import type { Block, Inline, PrintedDocument } from './document.ts';
import { DOCX_STYLES, NUMBERING_START, numberingPart, WORD_NAMESPACES } from './docx-styles.ts';
import { officeArchive, officeInstant, sharesOf, type Part } from './office-archive.ts';
import { laid, type LaidBlock } from './page-breaks.ts';
import { safeHref, xmlOf } from './printable.ts';

export async function documentDocx(document: PrintedDocument): Promise<Uint8Array> {
  const kept = new Kept();
  const body = [
    paragraph('Title', [{ text: document.title }], kept),
    ...(document.subtitle === null ? [] : [paragraph('Subtitle', [{ text: document.subtitle }], kept)]),
    ...laid(document.blocks).map(({ block, startsPage }) => docxBlock(block, { startsPage, kept })),
  ].join('');
  return officeArchive([
    { path: '[Content_Types].xml', text: CONTENT_TYPES },
    { path: '_rels/.rels', text: relationships(PACKAGE_PARTS) },
    ...properties(document),
    { path: 'word/document.xml', text: documentPart(body) },
    { path: 'word/styles.xml', text: DOCX_STYLES },
    { path: 'word/numbering.xml', text: numberingPart(kept.orderedLists) },
    { path: 'word/settings.xml', text: SETTINGS },
    { path: 'word/footer1.xml', text: footerPart(document.footer) },
    { path: 'word/_rels/document.xml.rels', text: relationships([...WORD_PARTS, ...kept.links()]) },
  ]);
}

/** Between margins of 20 mm, in twentieths of a point. */
const TEXT_WIDTH = 9638;

type Laying = { readonly startsPage: boolean; readonly kept: Kept };

function docxBlock(block: LaidBlock, { startsPage, kept }: Laying): string {
  const opening = startsPage ? '<w:p><w:pPr><w:pStyle w:val="AfterTable"/><w:pageBreakBefore/></w:pPr></w:p>' : '';
  switch (block.kind) {
    case 'heading':
      return paragraph(`Heading${block.level}`, [block], kept, startsPage ? '<w:pageBreakBefore/>' : '');
    case 'paragraph':
      return paragraph('BodyText', block.inlines, kept, startsPage ? '<w:pageBreakBefore/>' : '');
    case 'list': {
      const list = block.ordered ? kept.newOrderedList() : NUMBERING_START - 1;
      const numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
      return opening + block.items.map((item) => paragraph('ListParagraph', item, kept, numbered)).join('');
    }
    case 'facts':
      return opening + facts(block.facts, kept);
    case 'table':
      return opening + table(block, kept);
    case 'quotation':
      return `${opening}${paragraph('QuotationAuthor', [{ text: block.who }], kept)}${paragraph('Quote', block.inlines, kept)}`;
    case 'writing-lines':
      return `${opening}${paragraph('WritingLabel', [{ text: block.label }], kept)}${'<w:p><w:pPr><w:pStyle w:val="WritingLine"/></w:pPr></w:p>'.repeat(block.lines)}`;
  }
}

function facts(rows: Extract<Block, { kind: 'facts' }>['facts'], kept: Kept): string {
  if (rows.length === 0) return '';
  const widths = sharesOf([2, 5], { columns: 2, whole: TEXT_WIDTH });
  const lines = rows.map(
    ({ label, inlines }) =>
      `<w:tr>${cell(widths[0] ?? 0, paragraph('FactLabel', [{ text: label }], kept))}${cell(widths[1] ?? 0, paragraph('TableContents', inlines, kept))}</w:tr>`,
  );
  return grid(widths, { caption: null, look: 'w:firstRow="0"', rows: lines });
}

function table({ caption, header, widths, rows }: Extract<Block, { kind: 'table' }>, kept: Kept): string {
  const shares = sharesOf(widths, { columns: header.length, whole: TEXT_WIDTH });
  const head = header.map((label, index) =>
    cell(shares[index] ?? 0, paragraph('TableHeading', [{ text: label }], kept)),
  );
  const lines = rows.map((row) => {
    const cells = header.map((_, index) =>
      cell(shares[index] ?? 0, paragraph(index === 0 ? 'RowHeading' : 'TableContents', row[index] ?? [], kept)),
    );
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `${paragraph('Caption', [{ text: caption }], kept)}${grid(shares, {
    caption,
    look: 'w:firstRow="1"',
    rows: [`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`, ...lines],
  })}`;
}

function grid(
  widths: readonly number[],
  { caption, look, rows }: { caption: string | null; look: string; rows: readonly string[] },
): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const called = caption === null ? '' : `<w:tblCaption w:val="${xmlOf(caption).replaceAll('\n', ' ')}"/>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook ${look} w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>${called}</w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`;
}

function cell(width: number, content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

function paragraph(style: string, inlines: readonly Inline[], kept: Kept, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inlines.map((given) => run(given, kept)).join('')}</w:p>`;
}

function run(given: Inline, kept: Kept): string {
  const href = safeHref(given);
  const style = [
    href === null ? '' : '<w:rStyle w:val="Hyperlink"/>',
    given.style === 'strong' ? '<w:b/>' : '',
    given.style === 'emphasis' ? '<w:i/>' : '',
  ].join('');
  const text = xmlOf(given.text)
    .split(/(\n|\t)/)
    .map((part) => {
      if (part === '\n') return '<w:br/>';
      return part === '\t' ? '<w:tab/>' : part === '' ? '' : `<w:t xml:space="preserve">${part}</w:t>`;
    })
    .join('');
  const whole = `<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}${text}</w:r>`;
  return href === null ? whole : `<w:hyperlink r:id="${kept.link(href)}" w:history="1">${whole}</w:hyperlink>`;
}

/** What the words point at: addresses are kept apart, and every list that counts starts at 1. */
class Kept {
  readonly #addresses: string[] = [];
  orderedLists = 0;

  link(href: string): string {
    const known = this.#addresses.indexOf(href);
    const at = known === -1 ? this.#addresses.push(href) - 1 : known;
    return `link${at + 1}`;
  }

  links(): readonly Relationship[] {
    return this.#addresses.map((target, at) => ({ id: `link${at + 1}`, type: 'hyperlink', target, external: true }));
  }

  newOrderedList(): number {
    this.orderedLists += 1;
    return NUMBERING_START + this.orderedLists - 1;
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: true;
};

const PACKAGE_PARTS: readonly Relationship[] = [
  { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'word/document.xml' },
  { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  { id: 'rId3', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml' },
];
const WORD_PARTS: readonly Relationship[] = ['styles', 'numbering', 'settings', 'footer'].map((part, index) => ({
  id: `rId${index + 1}`,
  type: part,
  target: part === 'footer' ? 'footer1.xml' : `${part}.xml`,
}));
const FOOTER_ID = 'rId4';

function relationships(all: readonly Relationship[]): string {
  const each = all.map(({ id, type, target, external }) => {
    const kind = type.startsWith('http') ? type : `${OFFICE}/${type}`;
    const address = target.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    return `<Relationship Id="${id}" Type="${kind}" Target="${address}"${external === true ? ' TargetMode="External"' : ''}/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['/word/document.xml', `${WORD}.document.main+xml`],
  ['/word/styles.xml', `${WORD}.styles+xml`],
  ['/word/numbering.xml', `${WORD}.numbering+xml`],
  ['/word/settings.xml', `${WORD}.settings+xml`],
  ['/word/footer1.xml', `${WORD}.footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
]
  .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
  .join('')}</Types>`;

const SETTINGS = `${XML}<w:settings ${WORD_NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR"/></w:settings>`;

function properties({ title, madeAt }: PrintedDocument): readonly Part[] {
  const at = officeInstant(madeAt);
  const w3c = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return [
    {
      path: 'docProps/core.xml',
      text: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlOf(title)}</dc:title><dc:language>fr-FR</dc:language>${w3c('created')}${w3c('modified')}</cp:coreProperties>`,
    },
    {
      path: 'docProps/app.xml',
      text: `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Parole tenue</Application></Properties>`,
    },
  ];
}

function documentPart(body: string): string {
  return `${XML}<w:document ${WORD_NAMESPACES}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER_ID}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function footerPart(footer: string): string {
  const field = (name: string) =>
    `</w:t></w:r><w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve">`;
  const words = `${xmlOf(footer).replaceAll('\n', ' ')} · ${pageNumber(field('PAGE'), field('NUMPAGES'))}`;
  return `${XML}<w:ftr ${WORD_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p></w:ftr>`;
}
