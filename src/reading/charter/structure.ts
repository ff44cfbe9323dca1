/**
 * From lines with a role to principles, measures, levels and clauses.
 *
 * Numbering of clauses: a clause is one bullet or line of a level, from 1; a lead-in followed by
 * bullets is clause 0. A measure with text and no level has a single level, numbered 1; the
 * paragraph that introduces its bullets is no clause.
 */
import type { Span } from '../contract.ts';
import type { ReadLine } from './classify.ts';
import { pieceOf, type Piece } from './passage.ts';

export type Item = { readonly glyph: string | null; readonly pieces: Piece[] };
export type FoundClause = { readonly clause: number; readonly pieces: readonly Piece[] };
export type FoundLevel = {
  readonly level: number;
  /** The line that opens the level, and where its words start: "Niveau unique :" stands between. */
  readonly opening: Span | null;
  readonly clauses: readonly FoundClause[];
};
export type FoundPrinciple = {
  readonly letter: string;
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
  readonly spans: readonly Span[];
};
export type FoundMeasure = {
  readonly number: number;
  readonly title: readonly Piece[];
  /** What is said before the first level or bullet: explains, promises nothing. One entry a paragraph. */
  readonly introduction: readonly (readonly Piece[])[];
  readonly levels: readonly FoundLevel[];
  readonly spans: readonly Span[];
};

type OpenLevel = { readonly level: number; readonly opening: Span; readonly items: Item[] };
type Open =
  | { readonly kind: 'principle'; readonly letter: string; readonly items: Item[]; readonly spans: Span[] }
  | {
      readonly kind: 'measure';
      readonly number: number;
      readonly title: Item;
      readonly items: Item[];
      readonly levels: OpenLevel[];
      readonly spans: Span[];
    };

export function structureOf(
  lines: readonly ReadLine[],
  text: string,
): {
  readonly principles: readonly FoundPrinciple[];
  readonly measures: readonly FoundMeasure[];
} {
  const found: Open[] = [];
  for (const read of lines) {
    const { line, role } = read;
    const open = found.at(-1);
    if (role.kind === 'principle') found.push(openPrinciple(read, role.letter));
    else if (role.kind === 'measure') found.push(openMeasure(read, role.number));
    else if (open !== undefined && role.kind !== 'furniture' && role.kind !== 'heading') {
      add(open, read);
      open.spans.push({ start: line.start, end: line.end });
    }
  }
  return {
    principles: found.flatMap((open) => (open.kind === 'principle' ? [closePrinciple(open)] : [])),
    measures: found.flatMap((open) => (open.kind === 'measure' ? [closeMeasure(open, text)] : [])),
  };
}

function openPrinciple({ line, offset }: ReadLine, letter: string): Open {
  return {
    kind: 'principle',
    letter,
    items: [itemOf(pieceOf(line, offset), null)],
    spans: [{ start: line.start, end: line.end }],
  };
}

function openMeasure({ line, offset }: ReadLine, number: number): Open {
  const title = itemOf(pieceOf(line, offset), null);
  return { kind: 'measure', number, title, items: [], levels: [], spans: [{ start: line.start, end: line.end }] };
}

function add(open: Open, { line, role, offset }: ReadLine): void {
  const piece = pieceOf(line, offset);
  if (open.kind === 'measure' && role.kind === 'level') {
    const items = piece === null && role.glyph === null ? [] : [itemOf(piece, role.glyph)];
    open.levels.push({ level: role.level, opening: { start: line.start, end: line.start + offset }, items });
    return;
  }
  const items = open.kind === 'measure' ? (open.levels.at(-1)?.items ?? open.items) : open.items;
  const last = items.at(-1) ?? (open.kind === 'measure' && open.levels.length === 0 ? open.title : undefined);
  const isEmpty = last !== undefined && last.pieces.length === 0;
  // A glyph or a number alone on its line: its words are on the next one.
  if (
    last !== undefined &&
    (role.kind === 'continuation' || (isEmpty && (role.kind === 'plain' || last === titleOf(open))))
  ) {
    if (piece !== null) last.pieces.push(piece);
    return;
  }
  items.push(itemOf(piece, role.kind === 'bullet' ? role.glyph : null));
}

function titleOf(open: Open): Item | undefined {
  return open.kind === 'measure' ? open.title : open.items[0];
}

function itemOf(piece: Piece | null, glyph: string | null): Item {
  return { glyph, pieces: piece === null ? [] : [piece] };
}

function closePrinciple(open: Extract<Open, { kind: 'principle' }>): FoundPrinciple {
  const [title, ...text] = open.items;
  return {
    letter: open.letter,
    title: title?.pieces ?? [],
    text: text.flatMap((item) => item.pieces),
    spans: open.spans,
  };
}

function closeMeasure(open: Extract<Open, { kind: 'measure' }>, text: string): FoundMeasure {
  const found = { number: open.number, title: open.title.pieces, spans: open.spans };
  if (open.levels.length > 0) {
    const levels = open.levels.map(({ level, opening, items }) => ({
      level,
      opening,
      clauses: clausesOf(items, text),
    }));
    return { ...found, introduction: open.items.map((item) => item.pieces), levels };
  }
  const { introduction, promised } = withoutLevel(open.items);
  const clauses = clausesOf(promised, text);
  return {
    ...found,
    introduction: introduction.map((item) => item.pieces),
    levels: clauses.length > 0 ? [{ level: 1, opening: null, clauses }] : [],
  };
}

function clausesOf(items: readonly Item[], text: string): readonly FoundClause[] {
  const said = items.filter((item) => item.pieces.length > 0);
  const first = hasLeadIn(said, text) ? 0 : 1;
  return said.map((item, index) => ({ clause: first + index, pieces: item.pieces }));
}

/** The first item announces the others when it is not dressed as they are, or ends with a colon. */
function hasLeadIn([first, ...others]: readonly Item[], text: string): boolean {
  if (first === undefined) return false;
  const glyphs = others.flatMap((item) => (item.glyph === null ? [] : [item.glyph]));
  if (glyphs.length === 0) return false;
  const lastSign = text.charAt((first.pieces.at(-1)?.end ?? 0) - 1);
  return first.glyph === null || !glyphs.includes(first.glyph) || lastSign === ':';
}

/** Paragraphs before the first bullet introduce; without any bullet, the paragraphs are the promise. */
function withoutLevel(items: readonly Item[]): {
  readonly introduction: readonly Item[];
  readonly promised: readonly Item[];
} {
  const firstBullet = items.findIndex((item) => item.glyph !== null);
  if (firstBullet === -1) return { introduction: [], promised: items };
  return { introduction: items.slice(0, firstBullet), promised: items.slice(firstBullet) };
}
