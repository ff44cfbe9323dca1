/**
 * Page furniture: what a page repeats around its text (page numbers, running headers, rules).
 *
 * It is taken out before anything is understood, since it falls in the middle of sentences.
 * It is never thrown away: the caller lists it as unread.
 */
import type { Line } from './line.ts';
import type { Mark } from './mark.ts';

export type MarkedLine = { readonly line: Line; readonly mark: Mark };

/** One boolean a line: true for furniture. Linear. */
export function furnitureOf(lines: readonly MarkedLine[]): readonly boolean[] {
  const repeats = new Map<string, { count: number; numbers: Set<number> }>();
  for (const { line, mark } of lines) {
    const key = headerKey(line, mark);
    if (key === null) continue;
    const seen = repeats.get(key) ?? { count: 0, numbers: new Set() };
    seen.count += 1;
    if (mark.kind === 'number') seen.numbers.add(mark.number);
    repeats.set(key, seen);
  }
  return lines.map(({ line, mark }) => {
    if (isPageNumber(line.text) || endsWithPage(line.text, mark) || isOrnament(line.text, mark)) return true;
    const key = headerKey(line, mark);
    const seen = key === null ? undefined : repeats.get(key);
    if (seen === undefined || seen.count < 3) return false;
    // A numbered title that comes back (table of contents, body, summary) keeps its number; a header counts pages.
    return mark.kind !== 'number' || seen.numbers.size >= 3;
  });
}

function isPageNumber(text: string): boolean {
  return /^(?:page|p\.|[-–—|])?\s*\d{1,4}\s*(?:(?:\/|sur|\|)\s*\d{1,4})?\s*[-–—|]?$/iu.test(text);
}

/** "Le pacte de notre ville – page 7": a header even where it stands once. */
function endsWithPage(text: string, mark: Mark): boolean {
  return (
    mark.kind === 'plain' && text.length <= 100 && /(?<!\p{L})page\s+\d{1,4}(?:\s*(?:\/|sur)\s*\d{1,4})?$/iu.test(text)
  );
}

function isOrnament(text: string, mark: Mark): boolean {
  return text.length > 2 && !/[\p{L}\p{N}]/u.test(text) && mark.kind !== 'bullet';
}

/** Letters alone, so that the page number inside a header does not tell two headers apart. */
function headerKey(line: Line, mark: Mark): string | null {
  if (mark.kind === 'bullet' || mark.kind === 'level' || mark.kind === 'principle') return null;
  // The end of a sentence that several paragraphs share ("… de la / commune.") is no header.
  if (line.text.length > 160 || /^\p{Ll}/u.test(line.text)) return null;
  const words = mark.kind === 'number' ? line.text.slice(mark.length) : line.text;
  const letters = words.toLowerCase().replace(/[^\p{L}]/gu, '');
  return letters.length < 4 ? null : letters;
}
