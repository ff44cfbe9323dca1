/**
 * Page furniture: page numbers and running headers that a conversion left between the lines.
 *
 * A line is furniture when it is only a page number, or when the same words (digits apart) stand
 * on three lines or more, far from each other, and are neither a level label, a decision nor
 * anything else that means something (`isMeaningful`). It is never deleted: it ends in `unread`.
 */
import type { Source } from './lines.ts';

const PAGE_NUMBER = /^[\s\-–—|•·]*(?:p(?:age|\.)?\s*)?\d{1,3}(?:\s*(?:\/|sur|of)\s*\d{1,3})?[\s\-–—|•·]*$/iu;

/** Indices of the lines that are furniture. Linear in the number of lines. */
export function furnitureLines(source: Source, isMeaningful: (content: string) => boolean): Set<number> {
  const places = new Map<string, number[]>();
  const furniture = new Set<number>();
  source.lines.forEach((line, index) => {
    if (line.blank) return;
    const content = source.text.slice(line.start, line.end);
    if (isPageNumber(source, index, content)) furniture.add(index);
    const words = source.tokens.keys.slice(line.from, line.to);
    if (words.length < 2 || words.length > 30 || isMeaningful(content)) return;
    const said = words.filter((word) => !/^\d+$/.test(word));
    const key = said.join(' ');
    // « Mesure 28 : » alone on its line is a heading, however far the next one is.
    if (said.length < 2 || key.length < 6) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  for (const indices of places.values()) {
    if (indices.length < 3) continue;
    const apart = indices.every((index, rank) => rank === 0 || index - (indices[rank - 1] ?? 0) >= 6);
    if (apart || areNumbered(source, indices) || areSame(source, indices))
      for (const index of indices) furniture.add(index);
  }
  return furniture;
}

/** The very same line four times or more: a name above each message, a stamp. */
function areSame(source: Source, indices: readonly number[]): boolean {
  const contents = new Set(
    indices.map((index) => source.text.slice(source.lines[index]?.start, source.lines[index]?.end).trim()),
  );
  return indices.length >= 4 && contents.size === 1;
}

/** The same line that ends with a number that grows: a header that carries the page. « Mesure 7 : » is a heading, and shorter. */
function areNumbered(source: Source, indices: readonly number[]): boolean {
  const line = source.lines[indices[0] ?? 0];
  const words =
    line === undefined ? [] : source.tokens.keys.slice(line.from, line.to).filter((key) => !/^\d+$/.test(key));
  if (words.length < 3) return false;
  const pages = indices.map((index) => {
    const line = source.lines[index];
    const number =
      line === undefined ? null : /\b(\d{1,4})[^\p{L}\d%€]*$/u.exec(source.text.slice(line.start, line.end));
    return number === null ? null : Number(number[1]);
  });
  return pages.every((page, rank) => page !== null && (rank === 0 || page > (pages[rank - 1] ?? Infinity)));
}

/**
 * A bare number at a page's edge. A number alone may also be a heading cut from its title
 * (« 7 » above « Proposer une alimentation… »), so it needs a blank line, a form feed or a word
 * such as « page » beside it.
 */
function isPageNumber({ text, lines }: Source, index: number, content: string): boolean {
  if (!PAGE_NUMBER.test(content)) return false;
  if (/p|\/|sur|of/i.test(content)) return true;
  if (/[-–—|]/.test(content.trim())) return /^\s*[-–—|].*[-–—|]\s*$/.test(content);
  const line = lines[index];
  const after = lines[index + 1];
  if (line === undefined) return false;
  return text[line.end] === '\f' || after === undefined || text.slice(line.end, line.end + 3).includes('\f');
}
