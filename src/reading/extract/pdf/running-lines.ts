/**
 * Running headers, footers and page numbers: the same words (numbers aside) at the same place of several pages.
 *
 * They are set apart, not thrown away: they come back where they cut no sentence.
 */
import { lineText, type Line } from './fragment.ts';

/** How many lines from the top or the bottom of a page can be running. */
const DEEPEST = 5;
/** They stand in the outer part of the page. */
const MARGIN = 0.16;
/** The same place, in points. */
const PLACE = 6;

export type PageLines = { readonly lines: readonly Line[]; readonly height: number };

/** The running lines of all pages. One page has none. */
export function findRunningLines(pages: readonly PageLines[]): ReadonlySet<Line> {
  const places = new Map<string, { readonly line: Line; readonly page: number }[]>();
  pages.forEach(({ lines, height }, page) => {
    for (const line of candidates(lines, height)) {
      const key = sameWords(line);
      const list = places.get(key);
      if (list === undefined) places.set(key, [{ line, page }]);
      else list.push({ line, page });
    }
  });
  const running = new Set<Line>();
  for (const twins of places.values()) {
    for (const { line, page } of twins) {
      const alike = twins.filter((one) => one.page !== page && near(one, { line, page }, pages));
      // A section header may run over a few pages only, so neighbours count, not a share of the whole.
      if (alike.length >= (pages.length <= 3 ? 1 : 2)) running.add(line);
    }
  }
  return running;
}

function candidates(lines: readonly Line[], height: number): readonly Line[] {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline);
  const outer = new Set([...sorted.slice(0, DEEPEST), ...sorted.slice(-DEEPEST)]);
  return [...outer].filter((line) => line.baseline < MARGIN * height || line.baseline > (1 - MARGIN) * height);
}

function sameWords(line: Line): string {
  return lineText(line)
    .toLowerCase()
    .replaceAll(/\d+/gu, '#')
    .replaceAll(/[^\p{L}#]+/gu, '');
}

/** Odd and even pages may differ in x, never in y. */
function near(
  one: { readonly line: Line; readonly page: number },
  other: { readonly line: Line; readonly page: number },
  pages: readonly PageLines[],
): boolean {
  const height = pages[one.page]?.height ?? 0;
  const otherHeight = pages[other.page]?.height ?? 0;
  const fromTop = Math.abs(one.line.baseline - other.line.baseline) <= PLACE;
  const fromBottom = Math.abs(height - one.line.baseline - (otherHeight - other.line.baseline)) <= PLACE;
  return fromTop || fromBottom;
}
