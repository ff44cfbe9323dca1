/**
 * Words compared as people read them: the shape of apostrophes, quotes, hyphens and dots, the spaces that typography puts
 * before signs, and the breaks that no eye sees do not count; every letter does. What is shown is never rewritten.
 */

/** Words, the spaces between them, and each sign by itself, to the character. A space inside quotes or before a sign goes with it. */
export function wordsAndSigns(text: string): readonly string[] {
  return text.match(PIECES) ?? [];
}
const PIECES = /[\p{L}\p{M}\p{N}]+|«[^\S\n\r]*|[^\S\n\r]*[»;:!?]|\.{3}|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** The same for pieces that read the same. A line break is no space: it ends a clause. */
export function pieceKey(piece: string): string {
  const plain = piece.normalize('NFC').replace(UNSEEN, '');
  if (plain.trim() === '') return plain === '' ? '' : /[\n\r\u2028\u2029]/.test(plain) ? '\n' : ' ';
  const sign = plain.trim();
  return ALIKE[sign] ?? sign;
}
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '…': '...',
};

export function sameWords(one: string, other: string): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

function keyOf(text: string): string {
  return wordsAndSigns(text.replace(UNSEEN, '').normalize('NFC').trim()).map(pieceKey).join('');
}
