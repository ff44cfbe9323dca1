/**
 * Words whose letters the typesetter spread out: "E N G A G E M E N T S" is one word.
 *
 * pdfjs gives such a word as single letters with blanks between, and the blank after the word apart. Four letters
 * are no accident; shorter words ("N O S", "D E") are closed up only on a line that also has a longer one, because
 * "A B C" may be principles and "X X" marks.
 */
export type Written = { readonly str: string; readonly transform: readonly number[] };

const SPREAD = /^\s*\p{L}(?:[\u0020\u00a0]\p{L})+\s*$/u;

/** The text of an item, closed up where its letters are spread. */
export function closeUp(items: readonly Written[]): (item: Written) => string {
  const spread = new Set(items.filter(isLongSpread).map(lineKey));
  if (spread.size === 0) return ({ str }) => str;
  return (item) =>
    SPREAD.test(item.str) && spread.has(lineKey(item)) ? item.str.replaceAll(/[\u0020\u00a0]/gu, '') : item.str;
}

function isLongSpread({ str }: Written): boolean {
  if (!SPREAD.test(str)) return false;
  const letters = str.replaceAll(/\s/gu, '');
  return letters.length >= 4 && new Set(letters.toLowerCase()).size > 1;
}

/** One line of the page, in either direction of writing. */
function lineKey({ transform }: Written): string {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  return Math.abs(a) >= Math.abs(b) ? `y${Math.round(y)}` : `x${Math.round(x)}`;
}
