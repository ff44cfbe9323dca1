/** The lines that stand in one cell of a table, as its paragraphs. */
import type { Cell } from '../blocks/block.ts';
import { lineText, type Line } from './fragment.ts';
import { vocabularyOf } from './hyphens.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Lines of a cell wrap at its own right edge. */
export function cellOf(lines: readonly Line[]): Cell {
  const right = Math.max(...lines.map((line) => line.right));
  return paragraphsOf(
    lines.map((line, at) => ({
      kind: 'line',
      line,
      right,
      longest: right,
      justified: false,
      first: at === 0,
      narrow: true,
    })),
    { vocabulary: vocabularyOf(lines.map(lineText)), leading: 1.25 },
  );
}
