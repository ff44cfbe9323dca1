import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { SourceBlock } from './source-document.ts';

export type PdfLayout = {
  readonly align?: 'left' | 'justify';
  /** Printed at the top of every page. */
  readonly header?: string;
  /** "Page 3 / 12" at the bottom of every page. */
  readonly pageNumbers?: boolean;
};

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
const MARGIN = 60;

export type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF as a word processor exports it: embedded fonts, wrapped lines, ruled tables, several pages. */
export async function makePdf(blocks: readonly SourceBlock[], layout: PdfLayout = {}): Promise<Uint8Array> {
  return drawPdf((pdf) => {
    pdf.initForm();
    for (const block of blocks) draw(pdf, block, layout);
    furnish(pdf, layout);
  });
}

/** Anything drawn by hand; dates are fixed so that the same drawing gives the same bytes. */
export async function drawPdf(
  paint: (pdf: Pdf) => void,
  options: { readonly userPassword?: string; readonly size?: 'A4' | readonly [number, number] } = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
    ...options,
  });
  pdf.registerFont('Regular', join(FONTS, 'LiberationSans-Regular.ttf'));
  pdf.registerFont('Bold', join(FONTS, 'LiberationSans-Bold.ttf'));
  pdf.font('Regular').fontSize(10.5);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  paint(pdf);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

function draw(pdf: Pdf, block: SourceBlock, { align = 'left' }: PdfLayout): void {
  const width = pdf.page.width - 2 * MARGIN;
  pdf.x = MARGIN;
  switch (block.kind) {
    case 'heading':
      pdf.font('Bold').fontSize(12).text(printable(block.text), { width }).moveDown(0.3);
      pdf.font('Regular').fontSize(10.5);
      return;
    case 'paragraph':
      if (/[☐☒]/u.test(block.text)) return drawForm(pdf, block.text);
      pdf.text(printable(block.text), { width, align }).moveDown(0.35);
      return;
    case 'bullet':
      if (pdf.y > pdf.page.height - MARGIN - 30) pdf.addPage();
      pdf.text('•', MARGIN + 8, pdf.y, { lineBreak: false });
      pdf.text(printable(block.text), MARGIN + 22, pdf.y, { width: width - 22, align }).moveDown(0.35);
      return;
    case 'blank':
      pdf.moveDown(0.7);
      return;
    case 'table':
      for (const row of block.rows) drawRow(pdf, row, width);
      pdf.moveDown(0.5);
  }
}

/** Boxes are form fields, as in the forms that candidates fill in. Only the text of the last box may wrap. */
function drawForm(pdf: Pdf, text: string): void {
  if (pdf.y > pdf.page.height - MARGIN - 30) pdf.addPage();
  const top = pdf.y;
  let left = MARGIN;
  for (const piece of text.split(/([☐☒])/u)) {
    if (/[☐☒]/u.test(piece)) {
      const name = `box ${pdf.bufferedPageRange().count} ${top} ${left}`;
      pdf.formCheckbox(name, left, top, 10, 10, piece === '☒' ? { value: 'Yes', defaultValue: 'Yes' } : {});
      left += 14;
    } else if (left + pdf.widthOfString(printable(piece.trim())) > pdf.page.width - MARGIN) {
      pdf.text(printable(piece.trim()), left, top, { width: pdf.page.width - MARGIN - left });
    } else if (piece.trim() !== '') {
      pdf.text(printable(piece.trim()), left, top, { lineBreak: false });
      left += pdf.widthOfString(printable(piece.trim())) + 20;
    }
  }
  pdf.x = MARGIN;
  pdf.y = Math.max(top + 18, pdf.y + 4);
}

/** One row of a ruled table, on one page; the first column is narrower, as label columns are. */
function drawRow(pdf: Pdf, row: readonly string[], width: number): void {
  const first = row.length === 1 ? width : Math.min(width * 0.3, width / row.length);
  const rest = row.length === 1 ? 0 : (width - first) / (row.length - 1);
  const widths = row.map((_, at) => (at === 0 ? first : rest));
  const height =
    Math.max(...row.map((cell, at) => pdf.heightOfString(printable(cell) || ' ', { width: (widths[at] ?? 0) - 10 }))) +
    8;
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
  const top = pdf.y;
  let left = MARGIN;
  row.forEach((cell, at) => {
    const cellWidth = widths[at] ?? 0;
    pdf.rect(left, top, cellWidth, height).stroke();
    if (cell !== '') pdf.text(printable(cell), left + 5, top + 4, { width: cellWidth - 10 });
    left += cellWidth;
  });
  pdf.x = MARGIN;
  pdf.y = top + height;
}

function furnish(pdf: Pdf, { header, pageNumbers }: PdfLayout): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins = { ...pdf.page.margins, top: 0, bottom: 0 };
    pdf.fontSize(9);
    if (header !== undefined) pdf.text(header, MARGIN, 28, { lineBreak: false });
    if (pageNumbers === true)
      pdf.text(`Page ${page + 1} / ${count}`, MARGIN, pdf.page.height - 34, { lineBreak: false });
  }
}

/** The font of the tests has no arrow; a bullet stands for it, as list glyphs are no difference. */
function printable(text: string): string {
  return text.replaceAll(/[▶►➤●]/gu, '•');
}
