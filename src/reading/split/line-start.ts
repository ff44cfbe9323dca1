/**
 * What stands at the start of a line before its words: bullets, boxes, numbers.
 *
 *     « - ☒ Mesure n°07 : Proposer… »   bullet `-`, box checked, noun `Mesure`, number 7 written `07`
 *     « (4/32) Donner… »  « #01. Se doter… »  « 12 – Soutenir… »  « Mesure sept : … »
 *
 * A number here is only what is printed: whether it names a measure, a level or a page is decided
 * by the words that follow (see ./anchors.ts).
 */

export type PrintedNumber = {
  readonly value: number;
  /** As written, without noun nor punctuation: `07`. */
  readonly written: string;
  /** The noun before it, lower case, null when none. */
  readonly noun: string | null;
  readonly hash: boolean;
  /** « 4/32 ». */
  readonly ofTotal: boolean;
  /** Punctuation after it: `–`, `.`, `)`, `:`, empty for a blank. */
  readonly separator: string;
};

export type Box = 'marked' | 'unmarked';

export type LineStart = {
  readonly indent: number;
  readonly bullet: string | null;
  readonly box: Box | null;
  readonly number: PrintedNumber | null;
  /** Offset of the first character of what follows bullets and boxes (the number, when there is one). */
  readonly bodyStart: number;
  /** Offset of the words after all that. */
  readonly contentStart: number;
};

const BULLET =
  /[-–—•●▪▫◦‣⁃∙·*▶►➤➢➜→>⇒|_+~»◆◇❖✦✔✓]|[\uf0b7\uf0a7\uf0d8]|(?![©®\d])\p{Extended_Pictographic}\uFE0F?|#{1,6}(?=\s)|<[^<>\n]{1,60}>/uy;
const MARKED =
  /☑|☒|🗹|✅|\[\s?[xX✓✔✗]\s?\]|\(\s?[xX✓✔]\s?\)|■(?=\s)|◉|[xX](?=\s+(?:N\s?[1-3]|[Nn]iveau))|[✓✔](?=\s)|[\uf0fe\uf0fd\uf052\uf053]/uy;
const UNMARKED = /[✘✗✖❌○](?=\s)|🔲|☐|❏|❑|❐|🗌|□|▢|◻|\[\s{0,3}\]|\(\s{1,3}\)|[\uf06f\uf0a8\uf0a3]/uy;
const NUMBER_WORDS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un trente-deux'.split(
    ' ',
  );
const WORDS = NUMBER_WORDS.flatMap((word) => [
  word,
  word.toUpperCase(),
  word.replace(/^./, (first) => first.toUpperCase()),
])
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[- ]');
const NOUN = String.raw`(?!(?:[Nn]iv|NIV|[Pp]age|PAGE|[Pp]rincipe|PRINCIPE|[Aa]xe|AXE|[Ll]ot|[Ll]oi|[Aa]nnée|[Aa]rt(?![\p{L}\p{N}]))|[Nn]\s?\d)\p{L}[\p{L}'’-]{2,19}`;
const PRINTED = new RegExp(
  String.raw`(?<open>[(\[])?\s*(?:(?<noun>${NOUN})\s+)?(?<hash>#|[Nn][°ºo]\s?|[Nn]uméro\s+|№\s?|M(?=\d))?\s*` +
    String.raw`(?:(?<digits>\d{1,2})|(?<words>${WORDS})(?=\s*[:.–—)-]|\s*$))(?!\d)(?:\s*\/\s*(?<total>\d{2,3})(?!\d|\/))?` +
    String.raw`(?<separator>\s*[.:)\]–—|\/,-]+(?![\d%€])|(?=\s)|$|(?=[A-ZÀÂÉÈÊÎÔŒ]))`,
  'uy',
);

/** Reads the start of the line [start, end) of the text. */
export function parseLineStart(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): LineStart {
  let at = skipBlanks(text, start, end);
  const indent = at - start;
  let bullet: string | null = null;
  let box: Box | null = null;
  for (let turn = 0; turn < 6 && at < end; turn++) {
    const marked = matchAt(MARKED, text, at);
    const unmarked = marked === null ? matchAt(UNMARKED, text, at) : null;
    const glyph = marked === null && unmarked === null ? matchAt(BULLET, text, at) : null;
    const mark = marked ?? unmarked ?? glyph;
    if (mark === null || at + mark.length > end) break;
    if (marked !== null) box ??= 'marked';
    else if (unmarked !== null) box ??= 'unmarked';
    else if (!mark.startsWith('<')) bullet ??= mark;
    at = skipBlanks(text, at + mark.length, end);
  }
  const printed = parseNumber(text, at, end);
  return {
    indent,
    bullet,
    box,
    number: printed?.number ?? null,
    bodyStart: at,
    contentStart: printed === null ? at : skipMarkup(text, printed.end, end),
  };
}

function parseNumber(text: string, at: number, end: number): { number: PrintedNumber; end: number } | null {
  PRINTED.lastIndex = 0;
  const match = PRINTED.exec(text.slice(at, Math.min(end, at + 80)));
  if (match?.groups === undefined) return null;
  const { open, noun, hash, digits, words, total, separator } = match.groups;
  if (open !== undefined && !(separator ?? '').includes(open === '(' ? ')' : ']')) return null;
  // « (12) » is as likely a page or a note; « (4/32) » and « [4] » are numbers of measures.
  if (open === '(' && total === undefined) return null;
  if (words !== undefined && noun === undefined) return null;
  // « Mesures 13 et 14 », « mesures 1, 5 et 7 »: a list of numbers names no single measure.
  if (
    /^\s*(?:et|,|à)?\s*\d{1,2}(?:\s*(?:,|et|:)|$)/u.test(text.slice(at + match[0].length, at + match[0].length + 14)) &&
    noun !== undefined
  )
    return null;
  const value = digits === undefined ? wordsToNumber(words ?? '') : Number(digits);
  if (value === 0) return null;
  return {
    number: {
      value,
      written: digits ?? words ?? '',
      noun: noun?.toLowerCase() ?? null,
      hash: hash !== undefined,
      ofTotal: total !== undefined,
      separator: (separator ?? '').trim(),
    },
    end: at + match[0].length,
  };
}

function wordsToNumber(words: string): number {
  return NUMBER_WORDS.indexOf(words.toLowerCase().replace(/\s+/g, '-')) + 1;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && /\s/u.test(text[next] ?? '')) next++;
  return next;
}

function skipMarkup(text: string, at: number, end: number): number {
  const rest = /[\s*_|:.–—-]*/uy;
  rest.lastIndex = at;
  const found = rest.exec(text)?.[0] ?? '';
  return Math.min(end, at + found.length);
}
