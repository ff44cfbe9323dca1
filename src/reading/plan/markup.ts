/**
 * Markup that a conversion left in the text: tags, character references, markdown emphasis. Recognised, never interpreted.
 *
 * Every search is bounded, so that a text full of lone signs costs no more than another.
 */
import type { Span } from '#reading/contract.ts';

const TAG =
  /<(\/?)(p|li|br|div|tr|td|th|ul|ol|h[1-6]|table|tbody|thead|b|strong|i|em|u|sup|sub|span|font|a|s|small|mark)(?:\s[^<>]{0,300})?\/?>/iy;
const LINES = /^(?:p|li|br|div|tr|ul|ol|table|h\d)$/;
const REFERENCE = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/iy;
const ESCAPED = /[*_#|>[\]\\.+-]/;
const REACH = 300;

// prettier-ignore
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', laquo: '«', raquo: '»', rsquo: '’', lsquo: '‘',
  hellip: '…', ndash: '–', mdash: '—', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç',
  ocirc: 'ô', ucirc: 'û', ugrave: 'ù', icirc: 'î', iuml: 'ï', bull: '•', oelig: 'œ', deg: '°',
};

/** The tag that opens at `at`: where it ends, and whether it starts a line, parts two cells, or raises a letter ("3 <sup>ème"). */
export function tagAt(
  source: string,
  at: number,
  limit: number,
): { end: number; effect: 'line' | 'cell' | 'raised' | 'none' } | null {
  if (source[at] !== '<') return null;
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (!match || TAG.lastIndex > limit) return null;
  const name = (match[2] ?? '').toLowerCase();
  const raised = name === 'sup' && match[1] === '';
  const effect = LINES.test(name) ? 'line' : name === 'td' || name === 'th' ? 'cell' : raised ? 'raised' : 'none';
  return { end: TAG.lastIndex, effect };
}

/** The character that a reference such as `&gt;` names. */
export function referenceAt(source: string, at: number, limit: number): { end: number; text: string } | null {
  if (source[at] !== '&') return null;
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match || REFERENCE.lastIndex > limit) return null;
  if (match[3] !== undefined) {
    const text = NAMED[match[3].toLowerCase()];
    return text === undefined ? null : { end: REFERENCE.lastIndex, text };
  }
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? '', 16) : Number(match[1]);
  const exists = code > 31 && code <= 0xffff && (code < 0xd800 || code > 0xdfff);
  return { end: REFERENCE.lastIndex, text: exists ? String.fromCharCode(code) : ' ' };
}

/**
 * End of the emphasis mark or escape at `at`, null when the sign there is text. A lone star is emphasis when its other half stands within
 * reach in the same passage (`*mot*`): otherwise it is the mark of a note.
 */
export function emphasisMark(source: string, at: number, span: Span): number | null {
  if (source[at] === '\\') return at + 1 < span.end && ESCAPED.test(source[at + 1] ?? '') ? at + 1 : null;
  if (source[at] !== '*') return null;
  let stop = at;
  while (stop < span.end && source[stop] === '*') stop += 1;
  if (stop > at + 1) return stop;
  const before = at > span.start ? (source[at - 1] ?? ' ') : ' ';
  const after = stop < span.end ? (source[stop] ?? ' ') : ' ';
  const opens = /[\p{L}\p{N}«"(]/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
  const closes = !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
  if (opens === closes) return null;
  const reach = opens
    ? `${source.slice(stop, Math.min(span.end, stop + REACH))} `
    : source.slice(Math.max(span.start, at - REACH), at);
  const paired = opens
    ? /^[^*]*[^\s*]\*(?![\p{L}\p{N}*])/u.test(reach)
    : /(?:^|[^\p{L}\p{N}*])\*[\p{L}\p{N}«"(][^*]*$/u.test(reach);
  return paired ? stop : null;
}
