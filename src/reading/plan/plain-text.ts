/**
 * Plain text: a passage without its markup, where every character still knows where it stands in the source.
 *
 * Tags, markdown emphasis, character references and soft hyphens go; blanks become one space; paragraphs and list items
 * start a new line. Nothing else changes: no word is corrected. Cost: linear in the passage.
 */
import type { Span } from '#reading/contract.ts';
import { emphasisMark, referenceAt, tagAt } from './markup.ts';

/** `starts[i]`/`ends[i]` are UTF-16 offsets of `text[i]` in the source, -1 for a separator put between two passages. */
export type Plain = { readonly text: string; readonly starts: Int32Array; readonly ends: Int32Array };

export const EMPTY: Plain = { text: '', starts: new Int32Array(0), ends: new Int32Array(0) };

const SPECIAL = /[<&*\\\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]|\s{2}|\s$|^\s/;
const DROPPED = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']);

const APART = /(?<=\d) (?=(?:er|ère|ere|ème|eme|nde?)(?!\p{L}))/gu;

/**
 * The passage `source.slice(span.start, span.end)` without markup; tabs are kept, they part the cells of a row. "3 ème" is "3ème",
 * whether the raised letters lost their tag or not.
 */
export function plainText(source: string, span: Span): Plain {
  const plain = withoutMarkup(source, span);
  const gaps = [...plain.text.matchAll(APART)].map((match) => match.index);
  if (gaps.length === 0) return plain;
  return joinPlain(
    [...gaps, plain.text.length].map((gap, index) =>
      slicePlain(plain, index === 0 ? 0 : (gaps[index - 1] ?? 0) + 1, gap),
    ),
    '',
  );
}

function withoutMarkup(source: string, span: Span): Plain {
  const raw = source.slice(span.start, span.end);
  if (!SPECIAL.test(raw)) return untouched(raw, span.start);
  const draft = new Draft(raw.length + 2);
  let at = span.start;
  while (at < span.end) {
    const code = source.charCodeAt(at);
    if (code === LESS || code === AMPERSAND || code === STAR || code === BACKSLASH) {
      at = markup(source, at, { span, draft });
    } else {
      if (code < 0xad || !DROPPED.has(source[at] ?? '')) draft.put(code, at, at + 1);
      at += 1;
    }
  }
  return draft.finish();
}

/** `plain` from `from` to `to` (excluded), without blanks at either end. No copy is made. */
export function slicePlain(plain: Plain, from: number, to: number): Plain {
  let start = from;
  let end = to;
  while (start < end && isBlank(plain.text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(plain.text.charCodeAt(end - 1))) end -= 1;
  if (start === 0 && end === plain.text.length) return plain;
  return {
    text: plain.text.slice(start, end),
    starts: plain.starts.subarray(start, end),
    ends: plain.ends.subarray(start, end),
  };
}

/** Passages one after the other with `separator` between them; empty ones are skipped. */
export function joinPlain(pieces: readonly Plain[], separator: string): Plain {
  const filled = pieces.filter((piece) => piece.text !== '');
  const [only] = filled;
  if (filled.length <= 1) return only ?? EMPTY;
  const text = filled.map((piece) => piece.text).join(separator);
  const starts = new Int32Array(text.length).fill(-1);
  const ends = new Int32Array(text.length).fill(-1);
  let at = 0;
  for (const piece of filled) {
    starts.set(piece.starts, at);
    ends.set(piece.ends, at);
    at += piece.text.length + separator.length;
  }
  return { text, starts, ends };
}

/** Words that are written here but quoted from nowhere. */
export function unplaced(text: string): Plain {
  return { text, starts: new Int32Array(text.length).fill(-1), ends: new Int32Array(text.length).fill(-1) };
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

const LESS = 60;
const AMPERSAND = 38;
const STAR = 42;
const BACKSLASH = 92;
const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;

function untouched(raw: string, start: number): Plain {
  const starts = Int32Array.from({ length: raw.length }, (_, index) => start + index);
  return { text: raw.replace(/[^\S\t]/g, ' '), starts, ends: starts.map((at) => at + 1) };
}

/** Deals with the sign at `at`, markup or not, and gives the position after it. */
function markup(source: string, at: number, { span, draft }: { span: Span; draft: Draft }): number {
  const tag = tagAt(source, at, span.end);
  if (tag) {
    if (tag.effect === 'line') draft.breakLine(at, tag.end);
    else if (tag.effect === 'cell') draft.put(SPACE, at, tag.end);
    else if (tag.effect === 'raised') draft.dropSpace();
    return tag.end;
  }
  const reference = referenceAt(source, at, span.end);
  if (reference) {
    for (const unit of reference.text.split('')) draft.put(unit.charCodeAt(0), at, reference.end);
    return reference.end;
  }
  const mark = emphasisMark(source, at, span);
  if (mark !== null) return mark;
  draft.put(source.charCodeAt(at), at, at + 1);
  return at + 1;
}

class Draft {
  readonly #units: Uint16Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
  }

  put(code: number, start: number, end: number): void {
    if (code !== TAB && isBlank(code)) {
      if (this.#length > 0 && !isBlank(this.#last())) this.#push(SPACE, start, end);
    } else if (code < 0x300 || code > 0x36f || !this.#composeMark(code, end)) {
      if (code === TAB) this.dropSpace();
      this.#push(code, start, end);
    }
  }

  breakLine(start: number, end: number): void {
    this.dropSpace();
    if (this.#length > 0 && this.#last() !== NEWLINE && this.#last() !== TAB) this.#push(NEWLINE, start, end);
  }

  dropSpace(): void {
    while (this.#last() === SPACE) this.#length -= 1;
  }

  finish(): Plain {
    while (this.#last() === SPACE || this.#last() === NEWLINE) this.#length -= 1;
    const length = this.#length;
    let text = '';
    for (let at = 0; at < length; at += 4096) {
      text += String.fromCharCode(...this.#units.subarray(at, Math.min(length, at + 4096)));
    }
    return { text, starts: this.#starts.slice(0, length), ends: this.#ends.slice(0, length) };
  }

  /** "e" followed by a combining accent (some PDF and macOS files) is the one letter "é". */
  #composeMark(code: number, end: number): boolean {
    if (this.#length === 0) return false;
    const composed = String.fromCharCode(this.#last(), code).normalize('NFC');
    if (composed.length !== 1) return false;
    this.#units[this.#length - 1] = composed.charCodeAt(0);
    this.#ends[this.#length - 1] = end;
    return true;
  }

  #push(code: number, start: number, end: number): void {
    this.#units[this.#length] = code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  #last(): number {
    return this.#length === 0 ? -1 : (this.#units[this.#length - 1] ?? -1);
  }
}

/** The blanks of `\s`. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= TAB && code <= 13);
  return code === 0xa0 || code === 0x2028 || code === 0x2029 || /\s/.test(String.fromCharCode(code));
}
