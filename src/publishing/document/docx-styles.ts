/** The look of a DOCX: the same as that of the ODT (./odt-styles.ts). Sizes are in half points, spaces in twentieths. */
import {
  AlignmentType,
  LevelFormat,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  type ITableOptions,
} from 'docx';

type Look = Pick<IParagraphStyleOptions, 'paragraph' | 'run'>;

const space = (before: number, after: number, line = 240) =>
  ({ spacing: { before, after, line, lineRule: 'auto' } }) as const;
const BOLD = { bold: true } as const;
const RULE = { style: 'single', size: 4, space: 0, color: '8A8A8A' } as const;
const NO_RULE = { style: 'none', size: 0, color: 'auto' } as const;

const heading = (level: number, { size, spacing }: { size: number; spacing: ReturnType<typeof space> }) => ({
  basedOn: 'Normal',
  next: 'BodyText',
  quickFormat: true,
  paragraph: { keepNext: true, keepLines: true, outlineLevel: level - 1, ...spacing },
  run: { ...BOLD, size, color: '111111' },
});

const style = (id: string, name: string, look: Look, basedOn = 'Normal'): IParagraphStyleOptions => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  ...look,
});

export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: 22, color: '111111', language: { value: 'fr-FR', eastAsia: 'fr-FR' } },
    },
    title: {
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { keepNext: true, ...space(0, 110) },
      run: { ...BOLD, size: 44 },
    },
    heading1: heading(1, { size: 32, spacing: space(450, 170) }),
    heading2: heading(2, { size: 26, spacing: space(340, 140) }),
    heading3: heading(3, { size: 23, spacing: space(230, 110) }),
    listParagraph: { basedOn: 'Normal', quickFormat: true, paragraph: space(0, 60, 288) },
    caption: { basedOn: 'Normal', quickFormat: true, paragraph: { keepNext: true, ...space(230, 60) }, run: BOLD },
    hyperlink: { run: { color: '1D4A86', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    style('BodyText', 'Body Text', { paragraph: space(0, 140, 300) }),
    style('Subtitle', 'Subtitle', { paragraph: space(0, 340), run: { size: 25 } }),
    style('TableContents', 'Table Contents', { paragraph: space(50, 50), run: { size: 20 } }),
    style('TableHeading', 'Table Heading', { run: BOLD }, 'TableContents'),
    style('RowHeading', 'Row Heading', { run: BOLD }, 'TableContents'),
    style('FactLabel', 'Fact Label', { run: BOLD }, 'TableContents'),
    style('AfterTable', 'After Table', { paragraph: space(0, 0), run: { size: 8 } }),
    style('QuotationAuthor', 'Quotation Author', {
      paragraph: { keepNext: true, indent: { left: 340 }, ...space(110, 0) },
      run: { ...BOLD, size: 19 },
    }),
    style('Quote', 'Quote', { paragraph: { indent: { left: 340 }, ...space(0, 170) }, run: { italics: true } }),
    style('WritingLabel', 'Writing Label', { paragraph: { keepNext: true, ...space(170, 0) }, run: BOLD }),
    style('WritingLine', 'Writing Line', {
      paragraph: { border: { bottom: RULE, between: RULE }, ...space(0, 0, 480) },
    }),
    style('Footer', 'footer', { paragraph: { border: { top: RULE }, ...space(60, 0) }, run: { size: 17 } }),
  ],
};

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

const hanging = { style: { paragraph: { indent: { left: 400, hanging: 400 } } } };

export const DOCX_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, ...hanging }],
    },
    {
      reference: NUMBERS,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, ...hanging }],
    },
  ],
};

export const RULED: Pick<ITableOptions, 'borders' | 'margins' | 'layout'> = {
  layout: 'fixed',
  margins: { left: 80, right: 80 },
  borders: {
    top: NO_RULE,
    left: NO_RULE,
    right: NO_RULE,
    insideVertical: NO_RULE,
    bottom: RULE,
    insideHorizontal: RULE,
  },
};
