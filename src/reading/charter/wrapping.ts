/**
 * Whether a line goes on with the sentence of the line before, or starts something new.
 *
 * Some documents put one paragraph on one line; others (PDF, e-mail) break lines at a width. The
 * width is measured once; then a break that the width forced says nothing, and one that it did
 * not force says that something ended.
 */
import type { Line } from './line.ts';

/** Null when the document breaks lines only where its author did. */
export type WrapWidth = number | null;

const LONGEST_WRAPPED_LINE = 180;

/** In characters. Linear. */
export function wrapWidthOf(lines: readonly Line[]): WrapWidth {
  const lengths = lines.map((line) => line.text.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (lines.length < 5 || longest > LONGEST_WRAPPED_LINE) return null;
  const full = lengths.filter((length) => length >= longest * 0.8).length;
  return full >= lines.length * 0.25 ? longest : null;
}

/** `before` is the line just before, `isTitle` whether it holds a title: those end where a capital starts. */
export function isContinuation(
  before: Line,
  { line, width, isTitle }: { readonly line: Line; readonly width: WrapWidth; readonly isTitle: boolean },
): boolean {
  const lastSign = /[.;:!?…](?=["”»)\]]?$)/u.exec(before.text)?.[0] ?? '';
  const cut = isForced(before, { line, width });
  if (/^[*"“«(]*\p{Ll}|^[),;:.»”*\]]/u.test(line.text)) return lastSign === '' || (cut && lastSign !== ';');
  return cut && !isTitle && lastSign !== ';' && lastSign !== ':';
}

/** The next word would not have fitted. Proportional fonts make widths vary by a tenth. */
function isForced(before: Line, { line, width }: { readonly line: Line; readonly width: WrapWidth }): boolean {
  if (width === null) return false;
  const firstWord = /^\S+/u.exec(line.text)?.[0].length ?? 0;
  return before.text.length + 1 + firstWord >= width * 0.9;
}
