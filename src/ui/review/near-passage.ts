/**
 * Which pieces of a part stand near the open proposal: on a narrow screen the others are folded away, or the form would
 * stand above thousands of words. Pieces are cut at the ends of lines; joined, their words are the same.
 */
type Cuttable = { readonly text: string; readonly tags: readonly unknown[]; readonly anchor: string | undefined };

/** Characters kept before and after a passage, or a little less: some lines. */
export const AROUND = 320;

type Range = { readonly start: number; readonly end: number };

/** `own`: whether a piece belongs to the open proposal. Without any such piece, the first lines are near. */
export function nearPassage<Piece extends Cuttable>(
  pieces: readonly Piece[],
  own: (piece: Piece) => boolean,
): readonly (Piece & { readonly far: boolean })[] {
  const text = pieces.map((piece) => piece.text).join('');
  const near = nearRanges(text, ownRanges(pieces, own));
  let at = 0;
  return pieces.flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    const cuts = near.flatMap((range) => [range.start, range.end]).filter((cut) => start < cut && cut < at);
    const ends = [start, ...cuts, at];
    return ends.slice(0, -1).map((from, index) => {
      const far = !near.some((range) => range.start <= from && from < range.end);
      const words = { ...piece, text: text.slice(from, ends[index + 1]), far };
      // Its names and its anchor stand where it begins.
      return index === 0 ? words : { ...words, tags: [], anchor: undefined };
    });
  });
}

function ownRanges<Piece extends Cuttable>(pieces: readonly Piece[], own: (piece: Piece) => boolean): readonly Range[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    return own(piece) ? [{ start, end: at }] : [];
  });
}

/** In order, none touching another. */
function nearRanges(text: string, own: readonly Range[]): readonly Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of own.length === 0 ? [{ start: 0, end: 0 }] : own) {
    const range = { start: lineBefore(text, start), end: lineAfter(text, end) };
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

function lineBefore(text: string, position: number): number {
  if (position <= AROUND) return 0;
  const line = text.indexOf('\n', position - AROUND);
  return line === -1 || line >= position ? position : line + 1;
}

function lineAfter(text: string, position: number): number {
  if (position + AROUND >= text.length) return text.length;
  const line = text.lastIndexOf('\n', position + AROUND);
  return line < position ? position : line + 1;
}
