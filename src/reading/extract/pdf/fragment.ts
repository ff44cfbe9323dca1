/**
 * Pieces of text with their place on the page, from the smallest up.
 *
 * Lengths are points; x grows to the right, y grows **down** from the top of the upright page.
 */

/** What one drawing order of the PDF wrote: some words, or a single letter. */
export type Fragment = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
  /** Tells fonts apart; it is no name that a person knows. */
  readonly font: string;
};

/** Fragments of one line that stand close together. */
export type Segment = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly firstFont: string;
  readonly lastFont: string;
  /** From left to right. */
  readonly fragments: readonly Fragment[];
};

/** One or more segments on one baseline. */
export type Line = {
  readonly page: number;
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly segments: readonly Segment[];
};

export function lineOf(segments: readonly Segment[], at: { readonly page: number; readonly baseline: number }): Line {
  return {
    ...at,
    left: segments[0]?.left ?? 0,
    right: segments.at(-1)?.right ?? 0,
    size: Math.max(...segments.map((segment) => segment.size)),
    segments,
  };
}

/** Cells on one line stand apart by this many times the size of the font: no justified blank is that wide. */
export const CELL_GAP = 1.6;

/** A bullet or a number whose text hangs at a distance is no cell. */
export const HANGING_MARKER =
  /^(?:[•●▪◦○■□➢➤►▶✓✔✗☐☑☒*·–—-]|#?\d{1,3}[.)°]?|\(?[a-z0-9]{1,3}[.)]|N\s?\d|[IVX]{1,5}[.)])$/iu;

/** The characters of a line; a TAB between cells. */
export function lineText(line: Line): string {
  let text = '';
  line.segments.forEach((segment, at) => {
    const before = line.segments[at - 1];
    if (before !== undefined) {
      const wide = segment.left - before.right > CELL_GAP * line.size;
      const hangs = at === 1 && HANGING_MARKER.test(before.text.trim());
      text = text.trimEnd() + (wide && !hangs ? '\t' : ' ');
    }
    text += before === undefined ? segment.text : segment.text.trimStart();
  });
  return text.trim();
}

export function hasCells(line: Line): boolean {
  return lineText(line).includes('\t');
}
