import { describe, expect, test } from 'vitest';
import { drawPdf, type Pdf } from '../testing/make-pdf.ts';
import { textOf } from '../testing/text-of.ts';

const TITLE = '22 – Limiter la place de la publicité dans l’espace public.';

/** Draws one box of 9 points at a place. */
type Box = (pdf: Pdf, left: number, top: number) => void;

const empty: Box = (pdf, left, top) => void pdf.rect(left, top, 9, 9).stroke();

const crossed: Box = (pdf, left, top) => {
  empty(pdf, left, top);
  pdf
    .moveTo(left, top)
    .lineTo(left + 9, top + 9)
    .stroke();
  pdf
    .moveTo(left + 9, top)
    .lineTo(left, top + 9)
    .stroke();
};

const ticked: Box = (pdf, left, top) => {
  empty(pdf, left, top);
  pdf
    .moveTo(left + 1, top + 5)
    .lineTo(left + 4, top + 8)
    .lineTo(left + 8, top + 1)
    .stroke();
};

const blackened: Box = (pdf, left, top) => {
  empty(pdf, left, top);
  pdf.rect(left + 2, top + 2, 5, 5).fill('#000000');
};

const black: Box = (pdf, left, top) => void pdf.rect(left, top, 9, 9).fillAndStroke('#000000', '#000000');

const onWhite: Box = (pdf, left, top) => {
  pdf.rect(left, top, 9, 9).fill('#ffffff');
  pdf.fillColor('#000000');
  empty(pdf, left, top);
};

/** A title, and below it the three levels with a box before each. */
async function form(boxes: readonly Box[], labels = ['Niveau 1', 'Niveau 2', 'Niveau 3']): Promise<readonly string[]> {
  const bytes = await drawPdf((pdf) => {
    pdf.fontSize(10).text(TITLE, 60, 80, { lineBreak: false });
    labels.forEach((label, at) => {
      boxes[at]?.(pdf, 60 + 80 * at, 101);
      pdf.fillColor('#000000').text(label, 75 + 80 * at, 100, { lineBreak: false });
    });
  });
  return (await textOf(bytes, 'pacte.pdf')).split(/[\n\t]/u).filter((line) => line !== '');
}

describe('boxes drawn with lines', () => {
  test('are empty, crossed or ticked', async () => {
    expect(await form([empty, crossed, ticked])).toEqual([TITLE, '☐ Niveau 1', '☒ Niveau 2', '☒ Niveau 3']);
    expect(await form([onWhite, onWhite, crossed])).toEqual([TITLE, '☐ Niveau 1', '☐ Niveau 2', '☒ Niveau 3']);
  });

  test('stand before Oui and Non as well', async () => {
    expect(await form([crossed, empty], ['Oui', 'Non'])).toEqual([TITLE, '☒ Oui', '☐ Non']);
  });

  test('are left as drawings when nobody can tell what was meant', async () => {
    expect(await form([black, empty, blackened])).toEqual([TITLE, 'Niveau 1', '☐ Niveau 2', 'Niveau 3']);
  });

  test('are not said to be empty where somebody drew over them by hand', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.fontSize(10).text('Niveau 1', 75, 100, { lineBreak: false });
      pdf.text('Niveau 2', 75, 120, { lineBreak: false });
      empty(pdf, 60, 101);
      empty(pdf, 60, 121);
      pdf.annotate(58, 119, 13, 13, { Subtype: 'Ink', InkList: [[58, 700, 71, 713]] });
    });
    expect(await textOf(bytes, 'a.pdf')).toMatch(/^☐ Niveau 1\n+Niveau 2\n$/u);
  });

  test('are no boxes when letters stand in them', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.fontSize(9).text('Niveau 2', 80, 100, { lineBreak: false });
      empty(pdf, 60, 100);
      pdf.text('X', 61.5, 100, { lineBreak: false });
    });
    expect(await textOf(bytes, 'a.pdf')).toBe('X Niveau 2\n');
  });

  test('are no boxes when they are the cells of a date', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.fontSize(10).text('Oui, le', 60, 100, { lineBreak: false });
      for (let at = 0; at < 8; at += 1) empty(pdf, 100 + 9 * at, 100);
    });
    expect(await textOf(bytes, 'a.pdf')).toBe('Oui, le\n');
  });

  test('leave the borders of narrow cells to their table', async () => {
    const bytes = await drawPdf((pdf) => {
      for (const [row, cells] of [
        ['Mesure', 'N1', 'N2'],
        ['Achats', '', 'X'],
        ['Bio', 'X', ''],
      ].entries()) {
        cells.forEach((cell, column) => {
          const [left, width] = column === 0 ? [60, 120] : [180 + 16 * (column - 1), 16];
          pdf.rect(left, 100 + 16 * row, width, 16).stroke();
          if (cell !== '') pdf.fontSize(8).text(cell, left + 2, 104 + 16 * row, { lineBreak: false });
        });
      }
    });
    expect(await textOf(bytes, 'a.pdf')).toBe('Mesure\tN1\tN2\nAchats\t\tX\nBio\tX\n');
  });
});
