/** The headings and the marks of tables that answer in columns: a column a level, or "Oui" and "Non". */
import type { Fragment, Line } from './fragment.ts';
import { lettersWidth } from './letter-widths.ts';

const LEVEL_HEADING = /^(?:n|niv\.?|niveau)\s?(?:n°\s?)?[1-4]$/iu;

const ANSWER_HEADING = /^(?:oui|non|en partie|partiellement|favorable|défavorable|sans avis|nsp|à l[’']étude)$/iu;

/** What stands alone in a cell of such a column. */
const MARK = /^(?:[xX✓✔✗✘×☒☑☐●•]|oui|non|ok)$/iu;

/** One heading of a level, with its number or without. */
export function isHeading(text: string): boolean {
  return LEVEL_HEADING.test(text.trim()) || LEVEL_WORD.test(text.trim());
}

/** A heading whose number stands on the line below it. */
const LEVEL_WORD = /^(?:niveau|niv\.?)$/iu;

/** A line that heads at least two columns of answers. */
export function isLevelHeader(line: Line): boolean {
  return isLevelHeaderOf(line.segments.map((segment) => segment.text));
}

/** The same, by the texts of its cells. */
export function isLevelHeaderOf(cells: readonly string[]): boolean {
  const texts = cells.map((text) => text.trim().toLowerCase());
  if (texts.length < 2 || texts.some((text) => /^[☐☒☑]/u.test(text))) return false;
  const headings = texts.filter((text) => LEVEL_HEADING.test(text) || ANSWER_HEADING.test(text));
  if (headings.length >= 2 && new Set(headings).size === headings.length) return true;
  return texts.filter((text) => LEVEL_WORD.test(text)).length >= 2;
}

/** A row whose answer is a mark, or a header of levels: it says the same on many pages and is no running line. */
export function isAnswerRow(line: Line): boolean {
  const [, ...rest] = line.segments;
  return isLevelHeader(line) || rest.some((segment) => isMark(segment.text));
}

/** A line of boxes with their labels: its answers are beside the boxes, whatever stands above them. */
export function isFormLine(line: Line): boolean {
  return /^[☐☒☑]\s*\S/u.test(line.segments[0]?.text ?? '');
}

export function isMark(text: string): boolean {
  return MARK.test(text.trim());
}

/**
 * Headings of narrow columns stand so near that pdfjs gives them as one: "Niveau 1 Niveau 2 Niveau 3".
 * Where each of them stands is told by the widths of its letters.
 */
export function headingsApart(fragment: Fragment): readonly Fragment[] {
  const texts = SEVERAL_HEADINGS.test(fragment.text) ? (fragment.text.match(ONE_HEADING) ?? []) : [];
  if (texts.length < 2) return [fragment];
  const widths = texts.map(lettersWidth);
  const scale = (fragment.right - fragment.left) / lettersWidth(fragment.text.trim());
  const parted = /\d\s/u.test(fragment.text.trim());
  let left = fragment.left;
  return texts.map((text, at) => {
    const right = left + scale * (widths[at] ?? 0);
    const one = { ...fragment, text, left, right };
    left = right + (parted ? scale * lettersWidth(' ') : 0);
    return one;
  });
}

const HEADING = String.raw`(?:(?:niveau|niv\.?|n)\s?[1-4]|niveau(?!\s?\d))`;
const ONE_HEADING = new RegExp(String.raw`${HEADING}|\p{L}{4,}`, 'giu');
const SEVERAL_HEADINGS = new RegExp(String.raw`^\s*${HEADING}(?:\s*${HEADING})+(?:\s+\p{L}{4,})?\s*$`, 'iu');
