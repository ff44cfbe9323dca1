/**
 * Lines to paragraphs.
 *
 * A line continues the one above when that one had no room left for its first word (which is why a line
 * is broken), in the same type, at the usual distance. Everything else is a break that somebody made.
 */
import type { Block } from '../blocks/block.ts';
import { hasCells, lineText, type Line } from './fragment.ts';
import { lettersWidth } from './letter-widths.ts';
import { joinCutWord, type Vocabulary } from './hyphens.ts';

/** A piece of the document in reading order. */
export type Item =
  | {
      readonly kind: 'line';
      readonly line: Line;
      /** Where the text of its column ends. */
      readonly right: number;
      /** Full lines of its column all end exactly there. */
      readonly justified: boolean;
      /** It opens a page or a column. */
      readonly first: boolean;
      /** Its column has another one beside it. */
      readonly narrow: boolean;
    }
  /** Running lines, notes: they wait for the end of a sentence. */
  | { readonly kind: 'aside'; readonly text: string }
  | { readonly kind: 'block'; readonly block: Block };

export type Layout = {
  readonly vocabulary: Vocabulary;
  /** Usual distance of baselines, in sizes. */ readonly leading: number;
};

type Open = {
  text: string;
  readonly first: Line;
  last: Line;
  narrow: boolean;
  readonly lines: Line[];
  readonly spaceBefore: number;
};

/** Points of a gap that shows as a blank line. */
const SHOWN = 12;

export function paragraphsOf(items: readonly Item[], layout: Layout): readonly Block[] {
  const blocks: Block[] = [];
  const asides: Block[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(paragraph(open.text, open.spaceBefore));
    open = null;
    blocks.push(...asides.splice(0));
  };
  items.forEach((item, at) => {
    if (item.kind === 'aside') return void asides.push(paragraph(item.text, 0));
    if (item.kind === 'block') {
      close();
      return void blocks.push(item.block);
    }
    const previous = open?.last;
    if (open !== null && previous !== undefined && continues({ open, item, next: lineAfter(items, at), layout })) {
      open.text = joined(open.text, lineText(item.line), layout.vocabulary);
      open.lines.push(item.line);
      open.last = item.line;
      open.narrow = item.narrow;
      return;
    }
    const space = previous === undefined || item.first ? 0 : spaceBetween(previous, item.line, layout);
    close();
    open = {
      text: lineText(item.line),
      first: item.line,
      last: item.line,
      narrow: item.narrow,
      lines: [item.line],
      spaceBefore: space,
    };
  });
  close();
  return blocks;
}

function paragraph(text: string, spaceBefore: number): Block {
  return { kind: 'paragraph', text, heading: false, spaceBefore, spaceAfter: 0 };
}

function lineAfter(items: readonly Item[], at: number): Line | undefined {
  const next = items[at + 1];
  return next?.kind === 'line' && !next.first ? next.line : undefined;
}

function spaceBetween(above: Line, below: Line, layout: Layout): number {
  const distance = below.baseline - above.baseline;
  return distance > 1.35 * layout.leading * Math.min(above.size, below.size * 1.2) ? SHOWN : 0;
}

function joined(text: string, next: string, vocabulary: Vocabulary): string {
  return joinCutWord(text, next, vocabulary) ?? `${text} ${next}`;
}

type Question = {
  readonly open: Open;
  readonly item: Extract<Item, { kind: 'line' }>;
  readonly next: Line | undefined;
  readonly layout: Layout;
};

function continues({ open, item, next, layout }: Question): boolean {
  const above = open.last;
  const below = item.line;
  if (hasCells(above) || hasCells(below)) return false;
  const size = above.size;
  if (Math.abs(below.size - size) > 0.12 * size) return false;
  const text = lineText(below);
  const endsSentence = /[.!?:;»)\]]["”]?$/u.test(open.text);
  if (STRONG_MARKER.test(text) || NUMBERED_LABEL.test(text)) return false;
  if (WEAK_MARKER.test(text) && endsSentence) return false;
  if (item.first) {
    // On one page text flows from column to column, never between a column and what spans it.
    if (above.page === below.page && !(open.narrow && item.narrow)) return false;
    if (/[.!?:]["”»)]?$/u.test(open.text) && !/^\p{Ll}/u.test(text)) return false;
  } else if (!atUsualDistance({ open, above, below, next, layout })) return false;
  if (!item.first && !aligned(open, below)) return false;
  if (changesType(above, below) && (endsSentence || /^[\p{Lu}\d]/u.test(text))) return false;
  const widest = Math.max(...open.lines.map((line) => line.right));
  const right = item.first ? Math.max(widest, rightOf(open, item)) : item.right;
  // In justified text a short line is a last line, whatever follows.
  if (item.justified && !item.first && right - above.right > Math.max(3, 0.4 * size)) return false;
  return !hadRoom(above, below, right);
}

/** Across pages and columns, the edge of the column where the paragraph began counts. */
function rightOf(open: Open, item: Extract<Item, { kind: 'line' }>): number {
  const shifted = Math.abs(open.first.left - item.line.left) > 20;
  return shifted ? 0 : item.right;
}

function atUsualDistance(at: {
  open: Open;
  above: Line;
  below: Line;
  next: Line | undefined;
  layout: Layout;
}): boolean {
  const step = at.below.baseline - at.above.baseline;
  if (step <= 0) return false;
  const before = at.open.lines.at(-2);
  if (before !== undefined && before.page === at.above.page && before.baseline < at.above.baseline) {
    return step <= 1.12 * (at.above.baseline - before.baseline) + 0.5;
  }
  if (step <= 1.18 * at.layout.leading * at.above.size) return true;
  const following = at.next === undefined ? Infinity : at.next.baseline - at.below.baseline;
  return following > 0 && Math.abs(following - step) < 0.06 * step && step < 1.9 * at.above.size;
}

/** Same left edge; the first line of a paragraph may stand out on either side; titles may be centred. */
function aligned(open: Open, below: Line): boolean {
  const above = open.last;
  const shift = below.left - above.left;
  const slack = 0.35 * below.size;
  if (Math.abs(shift) <= slack) return true;
  if (open.lines.length === 1 && Math.abs(shift) < 6 * below.size) {
    // Hanging on the right only behind a marker; an indented first line on the left always.
    if (shift < 0 || ANY_MARKER.test(open.text)) return true;
  }
  return Math.abs(below.left + below.right - above.left - above.right) <= 2 * slack;
}

function changesType(above: Line, below: Line): boolean {
  return above.segments.at(-1)?.lastFont !== below.segments[0]?.firstFont;
}

/** Whether the first word of a line would have fitted at the end of the line above it. */
function hadRoom(above: Line, below: Line, right: number): boolean {
  const text = lineText(below);
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  const width = (below.right - below.left) * (lettersWidth(word) / Math.max(lettersWidth(text), 1));
  // A hyphenated word may break inside: only its first part had to fit.
  const hyphen = word.indexOf('-', 1);
  const part = hyphen < 0 ? width : width * (lettersWidth(word.slice(0, hyphen + 1)) / lettersWidth(word));
  // A small letter after no full stop hardly ever opens a paragraph: then only a lot of room speaks for a break.
  const flows = /^\p{Ll}/u.test(text) && !/[.!?:;]$/u.test(lineText(above));
  const room = right - above.right;
  return room > 1.08 * part + (flows ? 1.5 : 0.32) * below.size;
}

const STRONG_MARKER = /^(?:[•●▪◦○■□➢➤►▶✓✔✗☐☑☒·▸]|~~)\s*\S/u;
/** Capital first: "la mesure 7" in a sentence begins small. */
const NUMBERED_LABEL =
  /^(?:N\s?\d(?:-\d)*\s*[•:–-]|#\s?\d{1,3}\b|(?:Niveau|NIVEAU|Mesure|MESURE|Principe|PRINCIPE|Axe|AXE|Fiche(?: [Aa]ction)?|FICHE(?: ACTION)?|Article|ARTICLE|Action|ACTION|Proposition|PROPOSITION)\s(?:n°\s?|#\s?)?(?:\d+(?:\.\d+)*|[A-C]|[IVX]+)(?:\s?[:.–-]|\s|$))/u;
const WEAK_MARKER =
  /^(?:[-–—*]\s|\(?\d{1,3}(?:\.\d{1,2})*\s?[.)°–-]?\s|[a-zA-Z][.)]\s|N\s?\d\b|[IVX]+[.)]\s|(?:Niveau|Engagement)\s)/u;
const ANY_MARKER = new RegExp(`${STRONG_MARKER.source}|${NUMBERED_LABEL.source}|${WEAK_MARKER.source}`, 'u');
