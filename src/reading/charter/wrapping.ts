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

export function isContinuation(
  before: Line,
  { line, width }: { readonly line: Line; readonly width: WrapWidth },
): boolean {
  const ended = /[.;:!?…]["”»)\]]?$/u.test(before.text);
  if (/^[\p{Ll}),;:.»”]/u.test(line.text))
    return !ended || (forced(before, { line, width }) && !/[;:]$/u.test(before.text));
  return forced(before, { line, width }) && !/[;:]$/u.test(before.text);
}

/** The next word would not have fitted. Proportional fonts make widths vary by a tenth. */
function forced(before: Line, { line, width }: { readonly line: Line; readonly width: WrapWidth }): boolean {
  if (width === null) return false;
  const firstWord = /^\S+/u.exec(line.text)?.[0].length ?? 0;
  return before.text.length + 1 + firstWord >= width * 0.9;
}
