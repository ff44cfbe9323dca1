/**
 * A long text in leaves, so that a page stays light: each ends at a line, none is longer than asked unless one line
 * is. Leaves follow each other without a gap: joined, they are the text.
 */
import type { Span } from '#reading/contract.ts';

/** Characters of one leaf, or a little less. */
export const LEAF_LENGTH = 6_000;

export function leavesOf(text: string, length: number = LEAF_LENGTH): readonly Span[] {
  const leaves: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfLeaf(text, start, length);
    leaves.push({ start, end });
    start = end;
  }
  return leaves;
}

/** From 0; the last leaf for a position past the end. */
export function leafAt(leaves: readonly Span[], position: number): number {
  const found = leaves.findIndex(({ end }) => position < end);
  return found === -1 ? Math.max(leaves.length - 1, 0) : found;
}

function endOfLeaf(text: string, start: number, length: number): number {
  const limit = start + length;
  if (limit >= text.length) return text.length;
  const paragraph = text.lastIndexOf('\n\n', limit - 2);
  if (paragraph > start + length / 2) return paragraph + 2;
  const line = text.lastIndexOf('\n', limit - 1);
  if (line > start) return line + 1;
  // One endless line: cut, but never inside a character.
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
