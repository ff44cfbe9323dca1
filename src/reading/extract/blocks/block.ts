/**
 * The shape that DOCX, ODT and HTML share between their marks and the text.
 *
 * It keeps only what a person would keep who saves the document as text: paragraphs in
 * reading order, their marker, the space around them, and which of them stand in one table row.
 */

export type Paragraph = {
  readonly kind: 'paragraph';
  /** May hold `\n` for soft line breaks and `\t`. */
  readonly text: string;
  readonly heading: boolean;
  /** Visible space above and below, in points; beyond BLANK_LINE_POINTS it shows as a blank line. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
};

export type Cell = readonly Block[];

export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] };

export type Block = Paragraph | Table;

/** Half a line of ordinary text: less than this is seen as one group. */
export const BLANK_LINE_POINTS = 6;
