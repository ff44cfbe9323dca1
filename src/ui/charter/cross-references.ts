/**
 * "voir la mesure 12": words of a clause that point to another measure, made into links.
 *
 * Which words point where is data (data/charters); here they are only found again in the text.
 */
import type { CrossReference } from '#domain/charter/annotation.ts';

export type Piece = { readonly text: string; readonly measure: number | null };

export function crossReferences(text: string, references: readonly CrossReference[]): readonly Piece[] {
  const places = references
    .flatMap(({ measure, quote }) => {
      const quoted = text.indexOf(quote);
      const number = new RegExp(`(?<!\\d)${measure}(?!\\d)`).exec(quote);
      if (quoted < 0) return [];
      const start = number === null ? quoted : quoted + number.index;
      return [{ measure, start, end: number === null ? quoted + quote.length : start + number[0].length }];
    })
    .toSorted((a, b) => a.start - b.start);

  const pieces: Piece[] = [];
  let at = 0;
  for (const { measure, start, end } of places) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), measure: null });
    pieces.push({ text: text.slice(start, end), measure });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), measure: null });
  return pieces;
}
