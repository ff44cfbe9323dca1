/**
 * Whether a line goes on with the paragraph above it.
 *
 * It does when the line above had no room left for its first word (which is why a line is broken), in
 * the same type, at the usual distance. Everything else is a break that somebody made.
 */
import { hasCells, type Line } from './fragment.ts';
import { lettersWidth } from './letter-widths.ts';

export type PlacedLine = {
  readonly kind: 'line';
  readonly line: Line;
  /** Where the text of its column ends, as far as the document shows. */
  readonly right: number;
  /** Where the longest line around it ends: never further than `right`. */
  readonly longest: number;
  /** Full lines of its column all end exactly there. */
  readonly justified: boolean;
  /** It opens a page or a column. */
  readonly first: boolean;
  /** Its column has another one beside it. */
  readonly narrow: boolean;
};

export type OpenParagraph = {
  /** The text of its first line and of its last line, as they stand on the page. */
  readonly start: string;
  readonly tail: string;
  readonly first: Line;
  readonly last: Line;
  /** The line above the last one; null when there is only one. */
  readonly beforeLast: Line | null;
  /** Where its longest line ends. */
  readonly widest: number;
  readonly narrow: boolean;
};

type Question = {
  readonly open: OpenParagraph;
  readonly item: PlacedLine;
  /** The text of that line. */
  readonly text: string;
  readonly next: Line | undefined;
  /** Usual distance of baselines, in sizes of type. */
  readonly leading: number;
};

export function continues({ open, item, text, next, leading }: Question): boolean {
  const above = open.last;
  const below = item.line;
  if (hasCells(above) || hasCells(below)) return false;
  const size = above.size;
  if (Math.abs(below.size - size) > 0.12 * size) return false;
  const endsSentence = /[.!?:;»)\]]["”]?$/u.test(open.tail);
  if (STRONG_MARKER.test(text) || NUMBERED_LABEL.test(text)) return false;
  if (WEAK_MARKER.test(text) && endsSentence) return false;
  if (LABEL.test(text) && endsSentence) return false;
  if (OPENING_NUMBER.test(text) && !UNFINISHED.test(open.tail) && !COUNTED.test(open.tail)) return false;
  if (item.first) {
    // On one page text flows from column to column, never between a column and what spans it.
    if (above.page === below.page && !(open.narrow && item.narrow)) return false;
    if (/[.!?:]["”»)]?$/u.test(open.tail) && !/^\p{Ll}/u.test(text)) return false;
  } else if (!atUsualDistance({ open, below, next, leading })) return false;
  if (!item.first && !aligned(open, below)) return false;
  if (inCapitals(open.tail) && !inCapitals(text) && !/^\p{Ll}/u.test(text)) return false;
  if (changesType(above, below) && (endsSentence || /^[\p{Lu}\d]/u.test(text))) return false;
  const right = item.first ? Math.max(open.widest, rightOf(open, item)) : item.right;
  // In justified text a short line is a last line, whatever follows.
  if (item.justified && !item.first && right - above.right > Math.max(3, 0.4 * size)) return false;
  // A small letter after no full stop hardly ever opens a paragraph: then only a lot of room speaks for a break.
  const flows = /^\p{Ll}/u.test(text) && !/[.!?:;]$/u.test(open.tail);
  if (flows && /\p{L}[-\u2010]$/u.test(open.tail)) return true;
  if (flows) return !hadRoom(open, { below, text, slack: 5 }, Math.min(right, Math.max(item.longest, open.widest)));
  return !hadRoom(open, { below, text, slack: 0.32 }, right);
}

/** Across pages and columns, the edge of the column where the paragraph began counts. */
function rightOf(open: OpenParagraph, item: PlacedLine): number {
  const shifted = Math.abs(open.first.left - item.line.left) > 20;
  return shifted ? 0 : item.right;
}

type Step = Pick<Question, 'open' | 'next' | 'leading'> & { readonly below: Line };

function atUsualDistance({ open, below, next, leading }: Step): boolean {
  const above = open.last;
  const step = below.baseline - above.baseline;
  if (step <= 0) return false;
  const before = open.beforeLast;
  if (before !== null && before.page === above.page && before.baseline < above.baseline) {
    return step <= 1.12 * (above.baseline - before.baseline) + 0.5;
  }
  if (step <= 1.18 * leading * above.size) return true;
  const following = next === undefined ? Infinity : next.baseline - below.baseline;
  return following > 0 && Math.abs(following - step) < 0.06 * step && step < 1.9 * above.size;
}

/** Same left edge; the first line of a paragraph may stand out on either side; titles may be centred. */
function aligned(open: OpenParagraph, below: Line): boolean {
  const above = open.last;
  const shift = below.left - above.left;
  const slack = 0.35 * below.size;
  if (Math.abs(shift) <= slack) return true;
  if (open.beforeLast === null && Math.abs(shift) < 6 * below.size) {
    // Hanging on the right only behind a marker; an indented first line on the left always.
    if (shift < 0 || ANY_MARKER.test(open.start)) return true;
  }
  return Math.abs(below.left + below.right - above.left - above.right) <= 2 * slack;
}

/** A title in capitals stands above ordinary text. Short lines and numbers say nothing. */
function inCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function changesType(above: Line, below: Line): boolean {
  return above.segments.at(-1)?.lastFont !== below.segments[0]?.firstFont;
}

/** `slack`: what must be left beside the word, in sizes of type. */
type Room = { readonly below: Line; readonly text: string; readonly slack: number };

/** Whether the first word of a line would have fitted at the end of the line above it. */
function hadRoom(open: OpenParagraph, { below, text, slack }: Room, right: number): boolean {
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  const width = (below.right - below.left) * (lettersWidth(word) / Math.max(lettersWidth(text), 1));
  // A hyphenated word may break inside: only its first part had to fit.
  const hyphen = word.indexOf('-', 1);
  const part = hyphen < 0 ? width : width * (lettersWidth(word.slice(0, hyphen + 1)) / lettersWidth(word));
  return right - open.last.right > 1.08 * part + slack * below.size;
}

const STRONG_MARKER = /^(?:[•●▪◦○■□➢➤►▶✓✔✗☐☑☒·▸]|~~)\s*\S/u;
/** Capital first: "la mesure 7" in a sentence begins small. */
const NUMBERED_LABEL =
  /^(?:N\s?\d(?:-\d)*\s*[•:–-]|#\s?\d{1,3}\b|(?:Niveau|NIVEAU|Mesure|MESURE|Principe|PRINCIPE|Axe|AXE|Fiche(?: [Aa]ction)?|FICHE(?: ACTION)?|Article|ARTICLE|Action|ACTION|Proposition|PROPOSITION)\s(?:n°\s?|#\s?)?(?:\d+(?:\.\d+)*|[A-C]|[IVX]+)(?:\s?[:.–-]|\s|$))/u;
const WEAK_MARKER =
  /^(?:[-–—*]\s|\(?\d{1,3}(?:\.\d{1,2})*\s?[.)°–-]?\s|[a-zA-Z][.)]\s|N\s?\d\b|[IVX]+[.)]\s|(?:Niveau|Engagement)\s)/u;
/** "Notre choix :" after a full stop. */
const LABEL = /^\p{Lu}[^.,;:!?()«»\d]{1,30}:(?:\s|$)/u;
/** A number with its stop before a capital, or a level: what opens a measure or says its level. */
export const OPENING_NUMBER =
  /^(?:\(?\d{1,3}(?:\.\d{1,2})*\s?(?:[.)°–-]|\s[:])\s?\p{Lu}|N\s?\d\b|(?:Niveau|NIVEAU)\s\d|#\s?\d)/u;
/** No sentence ends so: what follows belongs to it, whatever it looks like ("sur N1 et / N2"). */
export const UNFINISHED =
  /(?:[,/&(’'-]|(?<!\p{L})(?:et|ou|ni|de|du|des|la|le|les|l|d|à|au|aux|en|sur|sous|dans|par|pour|avec|sans|sauf|un|une|ne|pas|son|sa|ses|leur|leurs|que|qui))\s*$/iu;
/** The number of what a sentence speaks of: "voir la mesure / 7". */
const COUNTED = /\s(?:mesures?|niveaux?|articles?|points?|n°)\s*$/u;
export const ANY_MARKER = new RegExp(`${STRONG_MARKER.source}|${NUMBERED_LABEL.source}|${WEAK_MARKER.source}`, 'u');
