/**
 * What no finding covers, a paragraph at a time: nothing of the text is lost. Linear in the text.
 */
import type { Span, Unread } from '#reading/contract.ts';
import type { Line } from './plan-lines.ts';

/** Passages of `lines` outside `covered` (sorted, apart), blanks trimmed; lines that follow each other make one passage. */
export function unreadLines(text: string, lines: readonly Line[], covered: readonly Span[]): Unread[] {
  const passages: { start: number; end: number }[] = [];
  let at = 0;
  let joined = false;
  for (const line of lines) {
    while (at < covered.length && (covered[at]?.end ?? 0) <= line.start) at += 1;
    let start = line.start;
    let last = at;
    for (; last < covered.length && (covered[last]?.start ?? 0) < line.end; last += 1) {
      const span = covered[last];
      if (!span) break;
      joined = addPassage(text, passages, { start, end: span.start, joined }) && false;
      start = Math.max(start, span.end);
    }
    joined = addPassage(text, passages, { start, end: line.end, joined });
  }
  return passages.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** Whether there was something to add, so that the next line goes on with it. */
function addPassage(
  text: string,
  passages: { start: number; end: number }[],
  { start, end, joined }: Span & { joined: boolean },
): boolean {
  const inside = text.slice(start, Math.max(start, end));
  const trimmed = inside.trim();
  if (trimmed === '') return false;
  const from = start + inside.indexOf(trimmed);
  const last = passages.at(-1);
  if (joined && last) last.end = from + trimmed.length;
  else passages.push({ start: from, end: from + trimmed.length });
  return true;
}
