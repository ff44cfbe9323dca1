/**
 * Bytes to text, when the file itself does not say its encoding.
 *
 * A byte order mark wins, then strict UTF-8 (random bytes of another encoding hardly ever
 * pass it), then UTF-16 without a mark, then a guess between the one-byte encodings of western Europe.
 */
import iconv from 'iconv-lite';

/** The text, its byte order mark dropped, its line ends as they are. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return strict;
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  return decodeOneByte(bytes);
}

/** Decodes with an encoding that the document names itself; null when nobody knows that name. */
export function decodeNamed(bytes: Uint8Array, encoding: string): string | null {
  const name = encoding.trim().toLowerCase();
  // The web standard: a page that says Latin 1 means Windows-1252.
  const known = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/u.test(name) ? 'windows-1252' : name;
  return iconv.encodingExists(known) ? iconv.decode(Buffer.from(bytes), known) : null;
}

/** True for bytes that are no text in any encoding that we decode. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (hasMark(bytes)) return false;
  const sample = bytes.subarray(0, 64 * 1024);
  if (wideEncoding(sample) !== null) return false;
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1b) odd += 1;
  }
  if (odd > sample.length * 0.01 + 1) return true;
  // Compressed or encrypted bytes without a zero: strict UTF-8 refuses them, and half of them are beyond ASCII.
  if (decodeStrictUtf8(sample.subarray(0, lastWholeCharacter(sample))) !== null) return false;
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  return high > sample.length * 0.3;
}

export function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || isWideMark(bytes);
}

function isWideMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** In French written as UTF-16 nearly every second byte is zero, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.02 ? 'utf-16be' : null;
}

/** Where a cut through a multi-byte character would not count as an error. */
function lastWholeCharacter(bytes: Uint8Array): number {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) end = bytes.length - back;
    if (byte < 0x80 || byte >= 0xc0) break;
  }
  return end;
}

const ONE_BYTE_ENCODINGS = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;

/**
 * The encoding in which a sample shows most French letters and fewest strangers; Windows-1252 when
 * they tie. ISO-8859-1 is its subset; ISO-8859-15 differs by € and œ, where Windows has ¤ and ½.
 */
function decodeOneByte(bytes: Uint8Array): string {
  const sample = Buffer.from(highBytesInContext(bytes));
  let best: { readonly encoding: string; readonly score: number } = { encoding: 'windows-1252', score: -Infinity };
  for (const encoding of ONE_BYTE_ENCODINGS) {
    const score = frenchness(iconv.decode(sample, encoding));
    if (score > best.score) best = { encoding, score };
  }
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), best.encoding);
}

/** Only what differs between the encodings, with one neighbour each side: at most 8,000 places. */
function highBytesInContext(bytes: Uint8Array): readonly number[] {
  const sample: number[] = [];
  for (let at = 0; at < bytes.length && sample.length < 32_000; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) sample.push(bytes[at - 1] ?? 0x20, byte, bytes[at + 1] ?? 0x20, 0x0a);
  }
  return sample;
}

function frenchness(sample: string): number {
  let score = 0;
  for (let at = 1; at < sample.length; at += 4) {
    const [before = '', letter = '', after = ''] = sample.slice(at - 1, at + 2);
    if (/[éèêëàâçùûüôöîïœæ]/u.test(letter)) score += /[\p{L}'’ ]/u.test(before) ? 2 : 0;
    else if (/[ÉÈÊËÀÂÇÙÛÔÎŒ]/u.test(letter)) score += /[^\p{Ll}]/u.test(before) ? 2 : -2;
    else if (letter === '’') score += /\p{L}/u.test(before) && /\p{L}/u.test(after) ? 2 : 0;
    else if (/[€«»°·•–—…“”²\u00a0]/u.test(letter)) score += /[½¼¤]/u.test(letter) ? 0 : 1;
    else if (/[\u0080-\u009f\ufffd\u2500-\u25ff¤]/u.test(letter)) score -= 3;
    else if (/\p{L}/u.test(letter)) score -= 2;
  }
  return score;
}
