/** What stands on one page, upright, with its place: text, notes typed on top of it, and form fields. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isSymbolFont, symbolCharacter, withoutPrivateUse } from '../blocks/symbol-fonts.ts';
import { readDrawnOver, type Box } from './form-fields.ts';
import type { Fragment } from './fragment.ts';
import { closeUp } from './letter-spacing.ts';
import { headingsApart } from './level-header.ts';
import { multiply, type Matrix } from './matrix.ts';

type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};

export type PageFragments = {
  /** Where something was drawn by hand over the page. */
  readonly strokes: readonly Box[];
  readonly upright: readonly Fragment[];
  /** Text in another direction than the rest, such as along the margin; in the order of the file. */
  readonly turned: readonly string[];
  readonly width: number;
  readonly height: number;
  /** From the coordinates of the PDF to ours. */
  readonly transform: Matrix;
};

export async function readPageFragments(page: PDFPageProxy): Promise<PageFragments> {
  const content = await page.getTextContent();
  const items = content.items.filter((item) => 'str' in item && item.str.trim() !== '') as readonly TextItem[];
  const plain = page.getViewport({ scale: 1 });
  const turn = dominantTurn(items, matrixOf(plain.transform));
  const viewport = turn === 0 ? plain : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const transform = matrixOf(viewport.transform);
  const fonts = hasPictures(items) ? await fontNames(page) : new Map<string, string>();

  const wordOf = closeUp(items);
  const upright: Fragment[] = [];
  const turned: string[] = [];
  for (const item of items) {
    const [a, b, c, d, x, y] = multiply(transform, item.transform);
    const text = cleanText(wordOf(item), fonts.get(item.fontName));
    if (text.trim() === '') continue;
    const size = Math.hypot(c, d) || item.height || 1;
    if (Math.abs(b) > 0.3 * Math.abs(a) || a < 0) turned.push(text);
    else
      upright.push(...headingsApart({ text, left: x, right: x + item.width, baseline: y, size, font: item.fontName }));
  }
  const { fragments, strokes } = await readDrawnOver(page, transform);
  upright.push(...fragments);
  return {
    strokes,
    upright: withoutShadows(upright),
    turned,
    width: viewport.width,
    height: viewport.height,
    transform,
  };
}

/** Whole pages are sometimes drawn sideways: by how many degrees to turn them so that most text is upright. */
function dominantTurn(items: readonly TextItem[], transform: Matrix): 0 | 90 | 180 | 270 {
  const characters: Record<0 | 90 | 180 | 270, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const item of items) {
    const [a, b] = multiply(transform, item.transform);
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 180) : b < 0 ? 90 : 270;
    characters[turn] += item.str.length;
  }
  const most = ([90, 180, 270] as const).find((turn) => characters[turn] > 2 * characters[0]);
  return most ?? 0;
}

/** pdfjs types the matrices of its views as arrays of anything. */
function matrixOf(transform: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = transform.map(Number);
  return multiply([1, 0, 0, 1, 0, 0], [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]);
}

/** Private-use characters, and the letters that Wingdings draws as boxes when they stand alone. */
function hasPictures(items: readonly TextItem[]): boolean {
  return items.some((item) => /[\uf000-\uf0ff]/u.test(item.str) || /^[oqrx§¨þýüûlnàØ]$/u.test(item.str.trim()));
}

/** pdfjs tells the names of fonts only once the page was prepared for drawing. */
async function fontNames(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const operators = await page.getOperatorList();
  for (const parameters of operators.argsArray as readonly (readonly unknown[] | null)[]) {
    const id = parameters?.[0];
    if (typeof id !== 'string' || names.has(id) || !page.commonObjs.has(id)) continue;
    const font = page.commonObjs.get(id) as { readonly name?: unknown } | null;
    if (typeof font?.name === 'string') names.set(id, font.name);
  }
  return names;
}

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** Some fonts draw accents as glyphs of their own, before or after the letter that they belong to. */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '¨': '\u0308',
  '¸': '\u0327',
};

export function cleanText(text: string, font: string | undefined): string {
  const drawn = isSymbolFont(font) ? text.replaceAll(/\S/gu, (c) => symbolCharacter(font, c.charCodeAt(0)) ?? c) : text;
  return withoutPrivateUse(drawn)
    .replaceAll(/[ﬀ-ﬆ]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replaceAll(/[\u00ad\u200b\u2060\ufeff\0]/gu, '')
    .replaceAll(/([´`ˆ¨])([aeiouyıAEIOUY])|(¸)([cC])/gu, (_, ...found: (string | undefined)[]) =>
      accented(found[1] ?? found[3], found[0] ?? found[2]),
    )
    .replaceAll(/([aeiouyıAEIOUY])([´`ˆ¨])(?=\p{L})|([cC])(¸)/gu, (_, ...found: (string | undefined)[]) =>
      accented(found[0] ?? found[2], found[1] ?? found[3]),
    )
    .replaceAll(/(\p{L}) ?([\u0300-\u0302\u0308\u0327])/gu, '$1$2')
    .normalize('NFC');
}

function accented(letter = '', accent = ''): string {
  return (letter === 'ı' ? 'i' : letter) + (ACCENTS[accent] ?? '');
}

/** Bold made by writing twice with a tiny shift must not double the words. */
function withoutShadows(fragments: readonly Fragment[]): readonly Fragment[] {
  const seen = new Map<string, Fragment[]>();
  return fragments.filter((fragment) => {
    const twins = seen.get(fragment.text);
    if (twins === undefined) {
      seen.set(fragment.text, [fragment]);
      return true;
    }
    const limit = 0.12 * fragment.size;
    const doubled = twins.some(
      (twin) => Math.abs(twin.left - fragment.left) < limit && Math.abs(twin.baseline - fragment.baseline) < limit,
    );
    if (!doubled) twins.push(fragment);
    return !doubled;
  });
}
