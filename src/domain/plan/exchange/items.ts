/**
 * Several things in one cell: one a line, or between semicolons. What would be cut or misread stands between « and »; a
 * closing mark inside is doubled.
 */

export type Separator = 'comma' | 'semicolon';

/** Pieces as written, trimmed, none empty. Line ends always separate; a comma only when it is asked to. */
export function splitItems(cell: string, separator: Separator): readonly string[] {
  return splitOutside(cell, separator === 'comma' ? /[\n;,]/y : /[\n;]/y);
}

/** Parts of one item. */
export function splitParts(item: string): readonly string[] {
  return splitOutside(item, / · /y);
}

/** What a piece says: between « and » alone, exactly that; otherwise itself. */
export function unquoted(piece: string): string {
  return isQuoted(piece) ? piece.slice(1, -1).replaceAll('»»', '»') : piece;
}

export function quoted(text: string): string {
  return `«${text.replaceAll('»', '»»')}»`;
}

/** One quotation, whole. */
export function isQuoted(piece: string): boolean {
  return piece.length >= 2 && piece.startsWith('«') && endOfQuotation(piece, 0) === piece.length;
}

/** No mark opens in it that does not close: it would swallow what follows. */
export function isClosed(text: string): boolean {
  let at = text.indexOf('«');
  while (at >= 0) {
    const end = endOfQuotation(text, at);
    if (end === -1) return false;
    at = text.indexOf('«', end);
  }
  return true;
}

function splitOutside(text: string, mark: RegExp): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '«') {
      const end = endOfQuotation(text, at);
      // A mark that never closes is a letter.
      at = end === -1 ? at + 1 : end;
      continue;
    }
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (found === null) at += 1;
    else {
      pieces.push(text.slice(from, at));
      at += found[0].length;
      from = at;
    }
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** After the mark that closes the one at `start`; -1: none does. */
function endOfQuotation(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '»') continue;
    if (text[at + 1] !== '»') return at + 1;
    at += 1;
  }
  return -1;
}
