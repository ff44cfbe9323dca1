/** A passage: the lines that together say one thing, and their words as one string. */
import type { Span } from '../contract.ts';
import type { Line } from './line.ts';

export type Piece = Span;

/** Words of a line from `offset` characters on; null when the mark was all there was. */
export function pieceOf(line: Line, offset: number): Piece | null {
  const rest = line.text.slice(offset);
  const lead = rest.length - rest.trimStart().length;
  // A whole line in bold closes after its last word; a lone "**" is the author's own mark.
  const bold = /^\*\*\S.*\*\*$/su.test(line.text) ? 2 : 0;
  const piece = { start: line.start + offset + lead, end: line.end - bold };
  return piece.end <= piece.start ? null : piece;
}

/**
 * The words of the pieces, blanks folded to one space; a word cut at a line end is mended, keeping
 * its hyphen when the document writes it with one elsewhere.
 */
export function wordsOf(
  pieces: readonly Piece[],
  { text, knows }: { readonly text: string; readonly knows: (word: string) => boolean },
): string {
  const parts: string[] = [];
  for (const piece of pieces) {
    const part = withoutBold(text.slice(piece.start, piece.end)).replace(/\s+/g, ' ').trim();
    const before = parts.at(-1) ?? '';
    // Only the end of the part before is looked at: the cost must not grow with what was said so far.
    const cut = /(\p{L}+)[-\u00AD\u2010]$/u.exec(before.slice(-LONGEST_CUT));
    const head = /^\p{Ll}+/u.exec(part);
    if (parts.length > 0 && (cut === null || head === null)) parts.push(' ');
    else if (cut !== null && head !== null && !knows(`${cut[1] ?? ''}-${head[0]}`))
      parts.push(parts.pop()?.slice(0, -1) ?? '');
    parts.push(part);
  }
  return parts.join('');
}

const LONGEST_CUT = 40;

/** Marks of bold go in pairs; a lone one ("les actions marquées **") belongs to the words. */
function withoutBold(words: string): string {
  const parts = words.split('**');
  return parts.length > 1 && parts.length % 2 === 1 ? parts.join('') : words;
}

/** Joins spans between which the text is blank. Expects them in order; keeps them exact. */
export function joinSpans(spans: readonly Span[], text: string): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}
