/**
 * How wide letters are beside each other, in any usual text font.
 *
 * pdfjs gives the width of whole runs; to know how much of it one word takes, the proportions of
 * Helvetica are near enough (thousandths of the size).
 */
const NARROW = new Set("iIíîïjlt.,:;!'’|()[]{}/\\ \u00a0-·•fr");
const WIDE = new Set('mwMWŒœÆæ@%…—');

export function lettersWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (WIDE.has(letter)) width += 830;
    else if (NARROW.has(letter)) width += 280;
    else if (letter >= 'A' && letter !== letter.toLowerCase()) width += 690;
    else width += 540;
  }
  return width;
}
