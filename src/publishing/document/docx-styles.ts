/** The look of a DOCX: the same as that of the ODT (./odt-styles.ts). Sizes are in half points, spaces in twentieths. */
export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Look = { readonly paragraph?: string; readonly run?: string };

function style(id: string, name: string, { paragraph, run }: Look, basedOn: string | null = 'Normal'): string {
  return [
    `<w:style w:type="paragraph" w:styleId="${id}"${basedOn === null ? ' w:default="1"' : ''}><w:name w:val="${name}"/>`,
    basedOn === null ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    id.startsWith('Heading') ? '<w:next w:val="BodyText"/>' : '',
    '<w:qFormat/>',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const space = (before: number, after: number, line = 240) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const heading = (level: number, halfPoints: number, spacing: string) =>
  style(`Heading${level}`, `heading ${level}`, {
    paragraph: `<w:keepNext/><w:keepLines/>${spacing}<w:outlineLvl w:val="${level - 1}"/>`,
    run: `<w:b/>${size(halfPoints)}`,
  });
const RULE = 'w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"';

export const DOCX_STYLES = `${XML}<w:styles ${WORD_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="111111"/>${size(22)}<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
  style('Normal', 'Normal', { paragraph: '<w:widowControl/>' }, null),
  style('BodyText', 'Body Text', { paragraph: space(0, 140, 300) }),
  style('Title', 'Title', { paragraph: `<w:keepNext/>${space(0, 110)}`, run: `<w:b/>${size(44)}` }),
  style('Subtitle', 'Subtitle', { paragraph: space(0, 340), run: size(25) }),
  heading(1, 32, space(450, 170)),
  heading(2, 26, space(340, 140)),
  heading(3, 23, space(230, 110)),
  style('ListParagraph', 'List Paragraph', { paragraph: space(0, 60, 288) }),
  style('Caption', 'caption', { paragraph: `<w:keepNext/>${space(230, 60)}`, run: '<w:b/>' }),
  style('TableContents', 'Table Contents', { paragraph: space(50, 50), run: size(20) }),
  style('TableHeading', 'Table Heading', { run: '<w:b/>' }, 'TableContents'),
  style('RowHeading', 'Row Heading', { run: '<w:b/>' }, 'TableContents'),
  style('FactLabel', 'Fact Label', { run: '<w:b/>' }, 'TableContents'),
  style('AfterTable', 'After Table', { paragraph: space(0, 0), run: size(8) }),
  style('QuotationAuthor', 'Quotation Author', {
    paragraph: `<w:keepNext/>${space(110, 0)}<w:ind w:left="340"/>`,
    run: `<w:b/>${size(19)}`,
  }),
  style('Quote', 'Quote', { paragraph: `${space(0, 170)}<w:ind w:left="340"/>`, run: '<w:i/>' }),
  style('WritingLabel', 'Writing Label', { paragraph: `<w:keepNext/>${space(170, 0)}`, run: '<w:b/>' }),
  style('WritingLine', 'Writing Line', {
    paragraph: `<w:pBdr><w:bottom ${RULE}/><w:between ${RULE}/></w:pBdr>${space(0, 0, 480)}`,
  }),
  style('Footer', 'footer', { paragraph: `<w:pBdr><w:top ${RULE}/></w:pBdr>${space(60, 0)}`, run: size(17) }),
].join(
  '',
)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4A86"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom ${RULE}/><w:insideH ${RULE}/></w:tblBorders></w:tblPr></w:style></w:styles>`;

/** The number of the first list that counts; the one before it has dots. */
export const NUMBERING_START = 2;

/** `lists` that count, each from 1. */
export function numberingPart(lists: number): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl>`;
  const counted = Array.from(
    { length: lists },
    (_, index) =>
      `<w:num w:numId="${NUMBERING_START + index}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  ).join('');
  return `${XML}<w:numbering ${WORD_NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level('decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${counted}</w:numbering>`;
}
