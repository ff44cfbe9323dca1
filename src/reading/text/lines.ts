/**
 * A text as lines that know their place and their words. The text itself is never changed.
 *
 * Lines that are page furniture (running headers, page numbers) are marked by ./furniture.ts and
 * passed over by the reader, so that they never stand in the middle of a clause.
 */
import { tokenAt, tokenize, type Tokens } from './tokens.ts';

export type Line = {
  /** Place in the text, line terminator left out. */
  readonly start: number;
  readonly end: number;
  /** Tokens of the line: from (included) to (excluded). */
  readonly from: number;
  readonly to: number;
  readonly blank: boolean;
};

export type Source = { readonly text: string; readonly tokens: Tokens; readonly lines: readonly Line[] };

export function sourceOf(text: string): Source {
  const tokens = tokenize(text);
  const lines: Line[] = [];
  const terminator = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g;
  let start = 0;
  let from = 0;
  for (;;) {
    const match = terminator.exec(text);
    const end = match?.index ?? text.length;
    const to = tokenAt(tokens, end);
    lines.push({ start, end, from, to, blank: text.slice(start, end).trim() === '' });
    if (match === null) break;
    start = end + match[0].length;
    from = to;
  }
  return { text, tokens, lines };
}
