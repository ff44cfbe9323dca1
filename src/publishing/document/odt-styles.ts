/** The look of an ODT: A4, one serif face, rules rather than boxes. The names are those that LibreOffice itself gives. */
import { pageNumber } from '#ui/messages/printed-document.fr.ts';
import { xmlOf } from './printable.ts';

export const NAMESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'xlink="http://www.w3.org/1999/xlink"',
]
  .map((namespace) => `xmlns:${namespace}`)
  .join(' ');

const MARGIN_MM = 20;
/** Between the margins of an A4 page. */
export const TEXT_WIDTH_MM = 210 - 2 * MARGIN_MM;

type Properties = { readonly paragraph?: string; readonly text?: string };

function paragraphStyle(name: string, parent: string | null, { paragraph, text }: Properties, more = ''): string {
  return [
    `<style:style style:name="${name}" style:family="paragraph"${parent === null ? '' : ` style:parent-style-name="${parent}"`} style:class="text"${more}>`,
    paragraph === undefined ? '' : `<style:paragraph-properties ${paragraph}/>`,
    text === undefined ? '' : `<style:text-properties ${text}/>`,
    '</style:style>',
  ].join('');
}

function cellStyle(name: string, properties: string): string {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${properties}/></style:style>`;
}

const RULE = '0.5pt solid #8a8a8a';
const CELL_PADDING = 'fo:padding="1.2mm"';

/** Those that the words of ./document-odt.ts name and that no person would pick from a list. */
export const AUTOMATIC_STYLES = [
  ...[1, 2, 3].map((level) => paragraphStyle(`H${level}`, `Heading_20_${level}`, {})),
  ...[1, 2, 3].map((level) =>
    paragraphStyle(`H${level}_New_Page`, `Heading_20_${level}`, { paragraph: 'fo:break-before="page"' }),
  ),
  paragraphStyle('Body_New_Page', 'Text_20_body', { paragraph: 'fo:break-before="page"' }),
  paragraphStyle('New_Page', 'After_20_Table', { paragraph: 'fo:break-before="page"' }),
  `<style:style style:name="Whole_Width" style:family="table"><style:table-properties style:width="${TEXT_WIDTH_MM}mm" table:align="margins" fo:margin-top="1mm" table:border-model="collapsing"/></style:style>`,
  cellStyle('Header_Cell', `${CELL_PADDING} fo:border-bottom="1pt solid #333333" style:vertical-align="bottom"`),
  cellStyle('Cell', `${CELL_PADDING} fo:border-bottom="${RULE}"`),
  cellStyle('Fact_Label', `${CELL_PADDING} fo:border-bottom="${RULE}" fo:padding-left="0mm"`),
  cellStyle('Fact', `${CELL_PADDING} fo:border-bottom="${RULE}"`),
  listStyle(
    'Bullets',
    (level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•">`,
    'bullet',
  ),
  listStyle(
    'Numbers',
    (level) => `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">`,
    'number',
  ),
].join('');

function listStyle(name: string, opening: (level: number) => string, kind: 'bullet' | 'number'): string {
  const position = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="8mm" fo:text-indent="-5mm" fo:margin-left="8mm"/></style:list-level-properties>`;
  return `<text:list-style style:name="${name}">${opening(1)}${position}</text:list-level-style-${kind}></text:list-style>`;
}

const FACE = 'Liberation Serif';

const STYLES = [
  `<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="10mm" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="${FACE}" fo:font-size="11pt" fo:language="fr" fo:country="FR" fo:color="#111111"/></style:default-style>`,
  paragraphStyle('Standard', null, {}),
  paragraphStyle('Text_20_body', 'Standard', { paragraph: 'fo:margin-bottom="2.5mm" fo:line-height="125%"' }),
  paragraphStyle('Heading', 'Standard', { paragraph: 'fo:keep-with-next="always"', text: 'fo:font-weight="bold"' }),
  ...(
    [
      [1, 'fo:margin-top="8mm" fo:margin-bottom="3mm"', '16pt'],
      [2, 'fo:margin-top="6mm" fo:margin-bottom="2.5mm"', '13pt'],
      [3, 'fo:margin-top="4mm" fo:margin-bottom="2mm"', '11.5pt'],
    ] as const
  ).map(([level, space, size]) =>
    paragraphStyle(
      `Heading_20_${level}`,
      'Heading',
      { paragraph: space, text: `fo:font-size="${size}"` },
      ` style:display-name="Heading ${level}" style:default-outline-level="${level}" style:next-style-name="Text_20_body"`,
    ),
  ),
  paragraphStyle('Title', 'Heading', { paragraph: 'fo:margin-bottom="2mm"', text: 'fo:font-size="22pt"' }),
  paragraphStyle('Subtitle', 'Standard', { paragraph: 'fo:margin-bottom="6mm"', text: 'fo:font-size="12.5pt"' }),
  paragraphStyle('List_20_Contents', 'Standard', { paragraph: 'fo:margin-bottom="1mm" fo:line-height="120%"' }),
  paragraphStyle('Caption', 'Standard', {
    paragraph: 'fo:margin-top="4mm" fo:margin-bottom="1mm" fo:keep-with-next="always"',
    text: 'fo:font-weight="bold"',
  }),
  paragraphStyle('Table_20_Contents', 'Standard', { text: 'fo:font-size="10pt"' }),
  paragraphStyle('Table_20_Heading', 'Table_20_Contents', { text: 'fo:font-weight="bold"' }),
  paragraphStyle('Row_20_Heading', 'Table_20_Contents', { text: 'fo:font-weight="bold"' }),
  paragraphStyle('Fact_20_Label', 'Table_20_Contents', { text: 'fo:font-weight="bold"' }),
  paragraphStyle('After_20_Table', 'Standard', { text: 'fo:font-size="4pt"' }),
  paragraphStyle('Quotation_20_Author', 'Standard', {
    paragraph: 'fo:margin-left="6mm" fo:margin-top="2mm" fo:keep-with-next="always"',
    text: 'fo:font-weight="bold" fo:font-size="9.5pt"',
  }),
  paragraphStyle('Quotations', 'Standard', {
    paragraph: 'fo:margin-left="6mm" fo:margin-bottom="3mm"',
    text: 'fo:font-style="italic"',
  }),
  paragraphStyle('Writing_20_Label', 'Standard', {
    paragraph: 'fo:margin-top="3mm" fo:keep-with-next="always"',
    text: 'fo:font-weight="bold"',
  }),
  paragraphStyle('Writing_20_Line', 'Standard', {
    paragraph: `fo:margin-top="3mm" fo:padding-bottom="3mm" fo:border-bottom="${RULE}" style:join-border="false"`,
  }),
  paragraphStyle('Footer', 'Standard', {
    paragraph: `fo:border-top="${RULE}" fo:padding-top="1.5mm"`,
    text: 'fo:font-size="8.5pt"',
  }),
  '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
  '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#1d4a86" style:text-underline-style="solid"/></style:style>',
].join('');

/** `footer` stands on every page beside its number. */
export function stylesPart(footer: string): string {
  const numbers = pageNumber('<text:page-number text:select-page="current"/>', '<text:page-count/>');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES} office:version="1.3"><office:font-face-decls><style:font-face style:name="${FACE}" svg:font-family="'${FACE}', 'Times New Roman', serif" style:font-family-generic="roman"/></office:font-face-decls><office:styles>${STYLES}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="${MARGIN_MM}mm" style:print-orientation="portrait"/><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${xmlOf(footer)} · ${numbers}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;
}
