/**
 * Plain text: a passage without its markup, where every character still knows where it stands in the source.
 *
 * Tags, markdown emphasis, character references and soft hyphens go; blanks become one space; paragraphs and list items
 * start a new line. Nothing else changes: no word is corrected. Cost: linear in the passage.
 */
import type { Span } from '#reading/contract.ts';

/** `starts[i]`/`ends[i]` are UTF-16 offsets of `text[i]` in the source, -1 for a separator put between two passages. */
export type Plain = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

export const EMPTY: Plain = { text: '', starts: [], ends: [] };

const TAG =
  /<\/?(p|li|br|div|tr|td|th|ul|ol|h[1-6]|table|tbody|thead|b|strong|i|em|u|sup|sub|span|font|a|s|small|mark)(?:\s[^<>]{0,300})?\/?>/iy;
const REFERENCE = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/iy;
const LINE_TAGS = new Set(['p', 'li', 'br', 'div', 'tr', 'ul', 'ol', 'table']);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  bull: '•',
  oelig: 'œ',
  deg: '°',
};
const DROPPED = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']);

/** The passage `source.slice(span.start, span.end)` without markup; tabs are kept, they part the cells of a row. */
export function plainText(source: string, span: Span): Plain {
  const draft = new Draft();
  let at = span.start;
  while (at < span.end) {
    const unit = source[at] ?? '';
    const next = markupEnd(source, at, { end: span.end, draft }) ?? at + 1;
    if (next === at + 1 && !isMarkupUnit(source, at, span)) draft.put(unit, at, next);
    at = next;
  }
  return draft.finish();
}

/** `plain` from `from` to `to` (excluded), without blanks at either end. */
export function slicePlain(plain: Plain, from: number, to: number): Plain {
  let start = from;
  let end = to;
  while (start < end && isBlank(plain.text[start])) start += 1;
  while (end > start && isBlank(plain.text[end - 1])) end -= 1;
  if (start === 0 && end === plain.text.length) return plain;
  return {
    text: plain.text.slice(start, end),
    starts: plain.starts.slice(start, end),
    ends: plain.ends.slice(start, end),
  };
}

/** Passages one after the other with `separator` between them; empty ones are skipped. */
export function joinPlain(pieces: readonly Plain[], separator: string): Plain {
  const filled = pieces.filter((piece) => piece.text !== '');
  const [only] = filled;
  if (filled.length === 1 && only) return only;
  const gap = separator.split('').map(() => -1);
  return {
    text: filled.map((piece) => piece.text).join(separator),
    starts: filled.flatMap((piece, index) => (index === 0 ? piece.starts : [...gap, ...piece.starts])),
    ends: filled.flatMap((piece, index) => (index === 0 ? piece.ends : [...gap, ...piece.ends])),
  };
}

/** Where characters `from` to `to` (excluded) stand in the source, one span for each passage they were put together from. */
export function sourceSpans(plain: Plain, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = -1;
  for (let index = from; index < to; index += 1) {
    const here = plain.starts[index] ?? -1;
    if (here === -1) {
      if (start !== -1) spans.push({ start, end });
      start = -1;
    } else {
      if (start === -1) start = here;
      end = plain.ends[index] ?? end;
    }
  }
  if (start !== -1) spans.push({ start, end });
  return spans;
}

/** End of the markup that opens at `at`, undefined when the character there is not markup. */
function markupEnd(source: string, at: number, { end, draft }: { end: number; draft: Draft }): number | undefined {
  const unit = source[at];
  if (unit === '<') return tagEnd(source, at, { end, draft });
  if (unit === '&') return referenceEnd(source, at, { end, draft });
  if (unit === '*' && source[at + 1] === '*') {
    let stop = at;
    while (stop < end && source[stop] === '*') stop += 1;
    return stop;
  }
  return undefined;
}

function tagEnd(source: string, at: number, { end, draft }: { end: number; draft: Draft }): number | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (!match || TAG.lastIndex > end) return undefined;
  const name = (match[1] ?? '').toLowerCase();
  if (LINE_TAGS.has(name) || /^h\d$/.test(name)) draft.breakLine(at, TAG.lastIndex);
  else if (name === 'td' || name === 'th') draft.put(' ', at, TAG.lastIndex);
  else if (name === 'sup' && match[0][1] !== '/') draft.dropSpace();
  return TAG.lastIndex;
}

function referenceEnd(source: string, at: number, { end, draft }: { end: number; draft: Draft }): number | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match || REFERENCE.lastIndex > end) return undefined;
  const code = match[1] ? Number(match[1]) : Number.parseInt(match[2] ?? '', 16);
  const decoded = match[3]
    ? NAMED[match[3].toLowerCase()]
    : code > 31 && code < 0xfffe
      ? String.fromCodePoint(code)
      : ' ';
  if (decoded === undefined) return undefined;
  for (const unit of decoded.split('')) draft.put(unit, at, REFERENCE.lastIndex);
  return REFERENCE.lastIndex;
}

/** A lone star that opens or closes emphasis (`*mot*`), a backslash that protects a sign; a footnote star is text. */
function isMarkupUnit(source: string, at: number, span: Span): boolean {
  const unit = source[at] ?? '';
  if (DROPPED.has(unit)) return true;
  if (unit === '\\') return at + 1 < span.end && /[*_#|>[\]\\.+-]/.test(source[at + 1] ?? '');
  if (unit !== '*') return false;
  const before = at > span.start ? (source[at - 1] ?? ' ') : ' ';
  const after = at + 1 < span.end ? (source[at + 1] ?? ' ') : ' ';
  const opens = /[\p{L}\p{N}«"(]/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
  const closes = !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
  if (opens === closes) return false;
  // Its other half must stand in the same passage, within reach: otherwise the star is a note mark.
  const reach = opens
    ? source.slice(at + 1, Math.min(span.end, at + 300))
    : source.slice(Math.max(span.start, at - 300), at);
  return opens
    ? /^[^*]*[^\s*]\*(?![\p{L}\p{N}*])/u.test(reach + ' ')
    : /(?:^|[^\p{L}\p{N}*])\*[\p{L}\p{N}«"(][^*]*$/u.test(reach);
}

class Draft {
  #text: string[] = [];
  #starts: number[] = [];
  #ends: number[] = [];

  put(unit: string, start: number, end: number): void {
    const blank = isBlank(unit) && unit !== '\t';
    const last = this.#text.at(-1);
    if (blank && (last === undefined || isBlank(last))) return;
    if (unit === '\t') this.dropSpace();
    if (!blank && last !== undefined && this.#composeMark(unit, end)) return;
    this.#text.push(blank ? ' ' : unit);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  breakLine(start: number, end: number): void {
    this.dropSpace();
    const last = this.#text.at(-1);
    if (last === undefined || last === '\n' || last === '\t') return;
    this.#text.push('\n');
    this.#starts.push(start);
    this.#ends.push(end);
  }

  dropSpace(): void {
    while (this.#text.at(-1) === ' ') this.#pop();
  }

  finish(): Plain {
    while (this.#text.at(-1) === ' ' || this.#text.at(-1) === '\n') this.#pop();
    return { text: this.#text.join(''), starts: this.#starts, ends: this.#ends };
  }

  /** "e" followed by a combining accent (some PDF and macOS files) is the one letter "é". */
  #composeMark(unit: string, end: number): boolean {
    if (unit < '\u0300' || unit > '\u036f') return false;
    const composed = ((this.#text.at(-1) ?? '') + unit).normalize('NFC');
    if (composed.length !== 1) return false;
    this.#text[this.#text.length - 1] = composed;
    this.#ends[this.#ends.length - 1] = end;
    return true;
  }

  #pop(): void {
    this.#text.pop();
    this.#starts.pop();
    this.#ends.pop();
  }
}

function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit);
}
