/** The lines that stand in one cell of a table, as its paragraphs. */
import type { Cell } from '../blocks/block.ts';
import { lineText, type Line } from './fragment.ts';
import { vocabularyOf, type Vocabulary } from './hyphens.ts';
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
    { vocabulary: vocabularyOfCell(lines), leading: 1.25 },
  );
}

const NO_WORDS: Vocabulary = { words: new Set(), compounds: new Set(), hyphenates: false };

/** Tables have thousands of cells and hardly any cut word: words are collected only for one that has it. */
function vocabularyOfCell(lines: readonly Line[]): Vocabulary {
  if (lines.length < 2) return NO_WORDS;
  const texts = lines.map(lineText);
  return texts.some((text) => /[-\u2010]$/u.test(text)) ? vocabularyOf(texts) : NO_WORDS;
}
