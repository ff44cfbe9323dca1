/** Places in a text: merging them, and finding what no finding covers. */
import type { Span, Unread } from '#reading/contract.ts';

/** Sorted, without overlaps; spans that touch or are parted by blanks of `text` become one. */
export function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && (span.start <= last.end || isBlank(text, last.end, span.start)))
      last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** What stands outside every span, blanks trimmed, a passage a paragraph. */
export function unreadOutside(text: string, spans: readonly Span[]): Unread[] {
  const unread: Unread[] = [];
  let at = 0;
  for (const span of [...mergeSpans(text, spans), { start: text.length, end: text.length }]) {
    unread.push(...paragraphs(text, at, span.start));
    at = Math.max(at, span.end);
  }
  return unread;
}

/** The span without the blanks at its ends, null when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return to > from ? { start: from, end: to } : null;
}

function paragraphs(text: string, from: number, to: number): Unread[] {
  const found: Unread[] = [];
  // Looks no further than `to`: linear, however few blank lines the text has.
  const part = text.slice(from, to);
  let at = 0;
  for (const gap of [...part.matchAll(/(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)|\f/g), null]) {
    const span = trimSpan(text, { start: from + at, end: from + (gap?.index ?? part.length) });
    if (span !== null) found.push({ ...span, text: text.slice(span.start, span.end) });
    if (gap !== null) at = gap.index + gap[0].length;
  }
  return found;
}

function isBlank(text: string, from: number, to: number): boolean {
  if (to - from > 200) return false;
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** The same blanks as `\s`, so that « non-blank » means one thing everywhere. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
