/** The pages of a document as one stream in reading order, each line with the edge where its column ends. */
import { cellOf } from './cells.ts';
import { readingOrder, type Flow } from './columns.ts';
import { hasCells, lineText, type Line } from './fragment.ts';
import { isAnswerRow } from './level-header.ts';
import { mergeTables, type PageItem } from './merge-tables.ts';
import { openTables, type OpenPart } from './open-tables.ts';
import type { PageRead } from './page.ts';
import type { Item } from './paragraphs.ts';
import type { Column } from './table-columns.ts';

export function itemsOf(pages: readonly PageRead[], running: ReadonlySet<Line>): readonly Item[] {
  let inherited: readonly Column[] | null = null;
  const laidOut = pages.map((page) => {
    const one = layOut(page, { running, inherited });
    inherited = columnsAtTheEnd(one);
    return one;
  });
  const edges = usualEdges(laidOut);
  return mergeTables(laidOut.flatMap((page) => pageItems(page, edges.get(Math.round(page.page.width)) ?? 0)));
}

type FlowPart = {
  readonly kind: 'flow';
  readonly flow: Flow;
  /** Another flow stands beside it. */
  readonly narrow: boolean;
  /** The same lines, with the tables among them. */
  readonly pieces: readonly Piece[];
};

type LaidOut = {
  readonly page: PageRead;
  readonly above: readonly Line[];
  readonly below: readonly Line[];
  /** In reading order. */
  readonly parts: readonly (
    FlowPart | OpenTable | { readonly kind: 'table'; readonly table: PageRead['tables'][number] }
  )[];
};

type Piece = Exclude<OpenPart, { readonly kind: 'beside' }>;

type OpenTable = Extract<OpenPart, { readonly kind: 'open-table' }>;

type Around = { readonly running: ReadonlySet<Line>; readonly inherited: readonly Column[] | null };

function layOut(page: PageRead, { running, inherited }: Around): LaidOut {
  const isAside = (line: Line): boolean => running.has(line) && !isAnswerRow(line);
  const body = page.lines.filter((line) => !isAside(line));
  const aside = page.lines.filter(isAside);
  const parts: LaidOut['parts'][number][] = [];
  let from = -Infinity;
  for (const table of [...page.tables, null]) {
    const upTo = table?.top ?? Infinity;
    const between = body.filter((line) => line.baseline > from && line.baseline <= upTo);
    const first = parts.length === 0 ? inherited : null;
    for (const piece of openTables(between, { levelsOnly: true, inherited: first })) {
      if (piece.kind === 'open-table') parts.push(piece);
      else if (piece.kind === 'lines') parts.push(...flowParts(piece.lines));
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

function flowParts(lines: readonly Line[]): readonly FlowPart[] {
  const flows = readingOrder(lines);
  return flows.flatMap((flow) => {
    const narrow = flows.some((other) => other !== flow && overlap(flow, other));
    const parts: FlowPart[] = [];
    let pieces: Piece[] = [];
    const close = (): void => {
      if (pieces.length > 0) parts.push({ kind: 'flow', flow: pieces.flatMap(linesOf), narrow, pieces });
      pieces = [];
    };
    for (const piece of openTables(flow, { levelsOnly: false, inherited: null })) {
      if (piece.kind !== 'beside') pieces.push(piece);
      else {
        close();
        for (const column of piece.columns) parts.push(besideOthers(column));
      }
    }
    close();
    return parts;
  });
}

function besideOthers(lines: readonly Line[]): FlowPart {
  return { kind: 'flow', flow: lines, narrow: true, pieces: [{ kind: 'lines', lines }] };
}

function linesOf(piece: Piece): readonly Line[] {
  return piece.kind === 'lines' ? piece.lines : piece.rows.flatMap(({ cells }) => cells.flat());
}

/** The columns of the table with which a page ends, but for a line or two; null when it ends with text. */
function columnsAtTheEnd({ parts }: LaidOut): readonly Column[] | null {
  const ends = parts.flatMap((part): readonly (OpenPart | LaidOut['parts'][number])[] =>
    part.kind === 'flow' ? part.pieces : [part],
  );
  const last = ends.at(-1);
  const table = last?.kind === 'lines' && last.lines.length <= 2 ? ends.at(-2) : last;
  return table?.kind === 'open-table' ? table.columns : null;
}

function overlap(one: Flow, other: Flow): boolean {
  const top = Math.max(one[0]?.baseline ?? 0, other[0]?.baseline ?? 0);
  const bottom = Math.min(one.at(-1)?.baseline ?? 0, other.at(-1)?.baseline ?? 0);
  return top < bottom;
}

function pageItems({ page, above, below, parts }: LaidOut, edge: number): readonly PageItem[] {
  return [
    ...above.map(aside),
    ...parts.flatMap((part): readonly PageItem[] =>
      part.kind === 'table'
        ? [{ kind: 'rows', rows: part.table.rows, columns: part.table.columns, goesOn: false }]
        : part.kind === 'open-table'
          ? [rowsOf(part)]
          : flowItems(part, part.narrow ? null : edge),
    ),
    ...page.turned.map((text): Item => ({ kind: 'aside', text })),
    ...below.map(aside),
  ];
}

function aside(line: Line): Item {
  return { kind: 'aside', text: lineText(line) };
}

function rowsOf({ rows, goesOn }: OpenTable): PageItem {
  return { kind: 'rows', rows: rows.map(({ cells }) => cells.map(cellOf)), columns: null, goesOn };
}

/** @param edge where full-width text usually ends; null in a column, which has its own. */
function flowItems({ flow, pieces }: FlowPart, edge: number | null): readonly PageItem[] {
  const own = rightEdge(flow);
  const right = edge === null || ownEdgeCounts(flow, own) ? own : Math.max(own, edge);
  const justified = justifiedFonts(flow, right);
  const opening = flow[0];
  const placed = (line: Line): Item => ({
    kind: 'line',
    line,
    right,
    longest: Math.min(own, right),
    justified: justified.has(line.segments[0]?.firstFont ?? ''),
    first: line === opening,
    narrow: edge === null,
  });
  return pieces.flatMap((piece) => (piece.kind === 'lines' ? piece.lines.map(placed) : [rowsOf(piece)]));
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
    for (const part of parts)
      if (part.kind === 'flow' && !part.narrow) {
        for (const piece of part.pieces) if (piece.kind === 'lines') lines.push(...piece.lines);
      }
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
  return new Set(
    [...counts].filter(([, { all, exact }]) => all >= 5 && exact >= Math.max(3, 0.4 * all)).map(([font]) => font),
  );
}
