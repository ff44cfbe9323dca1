/**
 * A part of the document with its findings marked in place: pieces that, joined, are the text, each with the
 * proposals that come from it. Only text comes out of here, never markup: the page escapes it.
 */
import type { Span } from '#reading/contract.ts';

export type Marked = {
  readonly text: string;
  /** Proposals that these words belong to, in their order; empty for plain text. */
  readonly proposals: readonly string[];
  /** Those whose passage begins here: their name stands before the words. */
  readonly begins: readonly string[];
};

export type Passages = { readonly id: string; readonly spans: readonly Span[] };

/** Linear in the text, and in the spans that touch `part`, sorted once. */
export function markedText(text: string, part: Span, proposals: readonly Passages[]): readonly Marked[] {
  const inside = proposals.flatMap(({ id, spans }) =>
    joined(text, spans)
      .filter(({ start, end }) => start < part.end && part.start < end)
      .map(({ start, end }) => ({ id, start: Math.max(start, part.start), end: Math.min(end, part.end) })),
  );
  const cuts = [...new Set([part.start, part.end, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const opening = Map.groupBy(inside, ({ start }) => start);
  const closing = Map.groupBy(inside, ({ end }) => end);
  const open: string[] = [];
  const pieces: Marked[] = [];
  cuts.forEach((start, index) => {
    const end = cuts[index + 1];
    for (const { id } of closing.get(start) ?? []) open.splice(open.indexOf(id), 1);
    const begins = (opening.get(start) ?? []).map(({ id }) => id);
    open.push(...begins);
    if (end !== undefined) pieces.push({ text: text.slice(start, end), proposals: [...new Set(open)], begins });
  });
  return pieces;
}

/** Spans of one proposal that only blanks tell apart are one passage, begun once. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = result.at(-1);
    if (last !== undefined && (start <= last.end || text.slice(last.end, start).trim() === '')) {
      last.end = Math.max(last.end, end);
    } else result.push({ start, end });
  }
  return result;
}
