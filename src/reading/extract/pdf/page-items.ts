/** The pages of a document as one stream in reading order, each line with the edge where its column ends. */
import { readingOrder, type Flow } from './columns.ts';
import { hasCells, lineText, type Line } from './fragment.ts';
import type { PageRead } from './page.ts';
import type { Item } from './paragraphs.ts';

export function itemsOf(pages: readonly PageRead[], running: ReadonlySet<Line>): readonly Item[] {
  const laidOut = pages.map((page) => layOut(page, running));
  const edges = usualEdges(laidOut);
  return laidOut.flatMap((page) => pageItems(page, edges.get(Math.round(page.page.width)) ?? 0));
}

type LaidOut = {
  readonly page: PageRead;
  readonly above: readonly Line[];
  readonly below: readonly Line[];
  /** Flows and tables in reading order. `narrow`: another flow stands beside it. */
  readonly parts: readonly (
    | { readonly kind: 'flow'; readonly flow: Flow; readonly narrow: boolean }
    | { readonly kind: 'table'; readonly table: PageRead['tables'][number] }
  )[];
};

function layOut(page: PageRead, running: ReadonlySet<Line>): LaidOut {
  const body = page.lines.filter((line) => !running.has(line));
  const aside = page.lines.filter((line) => running.has(line));
  const parts: LaidOut['parts'][number][] = [];
  let from = -Infinity;
  for (const table of [...page.tables, null]) {
    const upTo = table?.top ?? Infinity;
    const flows = readingOrder(body.filter((line) => line.baseline > from && line.baseline <= upTo));
    for (const flow of flows) {
      parts.push({ kind: 'flow', flow, narrow: flows.some((other) => other !== flow && overlap(flow, other)) });
    }
    if (table !== null) parts.push({ kind: 'table', table });
    from = upTo;
  }
  const middle = page.height / 2;
  return {
    page,
    parts,
    above: aside.filter((line) => line.baseline < middle),
    below: aside.filter((line) => line.baseline >= middle),
  };
}

function overlap(one: Flow, other: Flow): boolean {
  const top = Math.max(one[0]?.baseline ?? 0, other[0]?.baseline ?? 0);
  const bottom = Math.min(one.at(-1)?.baseline ?? 0, other.at(-1)?.baseline ?? 0);
  return top < bottom;
}

function pageItems({ page, above, below, parts }: LaidOut, edge: number): readonly Item[] {
  return [
    ...above.map(aside),
    ...parts.flatMap((part): readonly Item[] =>
      part.kind === 'table'
        ? [{ kind: 'block', block: part.table.block }]
        : flowItems(part.flow, part.narrow ? null : edge),
    ),
    ...page.turned.map((text): Item => ({ kind: 'aside', text })),
    ...below.map(aside),
  ];
}

function aside(line: Line): Item {
  return { kind: 'aside', text: lineText(line) };
}

/** @param edge where full-width text usually ends; null in a column, which has its own. */
function flowItems(flow: Flow, edge: number | null): readonly Item[] {
  const own = rightEdge(flow);
  const right = edge === null || ownEdgeCounts(flow, own) ? own : Math.max(own, edge);
  const justified = justifiedFonts(flow, right);
  return flow.map((line, at) => ({
    kind: 'line',
    line,
    right,
    longest: Math.min(own, right),
    justified: justified.has(line.segments[0]?.firstFont ?? ''),
    first: at === 0,
    narrow: edge === null,
  }));
}

/** A page of long text that keeps ending at one place ends there; a page of short lines says nothing. */
function ownEdgeCounts(flow: Flow, own: number): boolean {
  return flow.length >= 12 && flow.filter((line) => own - line.right < 12).length >= 0.25 * flow.length;
}

/** Where full-width text ends, for each width of page; never taken from pages of short lines alone. */
function usualEdges(pages: readonly LaidOut[]): ReadonlyMap<number, number> {
  const rights = new Map<number, Line[]>();
  for (const { page, parts } of pages) {
    const width = Math.round(page.width);
    const lines = rights.get(width) ?? [];
    rights.set(width, lines);
    for (const part of parts) if (part.kind === 'flow' && !part.narrow) lines.push(...part.flow);
  }
  return new Map(
    [...rights].map(([width, lines]) => {
      const left = lines.reduce((least, line) => Math.min(least, line.left), width / 2);
      const edge = rightEdge(lines);
      // Without wrapped lines to show it, text is taken to end as far from the edge of the paper as it begins.
      return [width, edge > 0.6 * width && isShown(edge, lines) ? edge : Math.max(edge, width - left)];
    }),
  );
}

/** Wrapped lines end within a long word of their edge; a few titles do so by chance. */
function isShown(edge: number, lines: readonly Line[]): boolean {
  const full = lines.filter((line) => edge - line.right < 45).length;
  return full >= 3 && full >= 0.1 * lines.length;
}

/** Where the lines end at most; one line that sticks out far does not count, nor does a row of cells. */
function rightEdge(lines: readonly Line[]): number {
  const text = lines.filter((line) => line.segments.length === 1 || !hasCells(line));
  const rights = text.map((line) => line.right).sort((a, b) => b - a);
  const [first = 0, second = first] = rights;
  return rights.length > 6 && first - second > 40 ? second : first;
}

/** Titles between justified paragraphs are ragged, so each font is judged by its own lines. */
function justifiedFonts(lines: readonly Line[], right: number): ReadonlySet<string> {
  const counts = new Map<string, { all: number; exact: number }>();
  for (const line of lines) {
    const font = line.segments[0]?.firstFont ?? '';
    const count = counts.get(font) ?? { all: 0, exact: 0 };
    count.all += 1;
    if (right - line.right < 1.2) count.exact += 1;
    counts.set(font, count);
  }
  return new Set([...counts].filter(([, { all, exact }]) => all >= 5 && exact >= 0.4 * all).map(([font]) => font));
}
