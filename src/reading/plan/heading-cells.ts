/**
 * Headings that spread over the cells of a row: "FICHE ACTION | Axe 1 | N° 1.1", "Fiche n°3 | Axe 2 : Eau | Poser des cuves".
 */
import type { Cell } from './plan-lines.ts';
import { EMPTY, joinPlain, type Plain } from './plain-text.ts';

const NUMBER_ALONE = /^n\s*[°ºo]\s*:?\s*((?:[a-z]{1,4}[ .-]?)?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?)$/iu;
const AXIS =
  /^(?:axe|orientation|d[ée]fi|pilier|volet|th[ée]matique|th[èe]me)s?(?:\s+strat[ée]giques?)?\s*(?:n\s*[°º]\s*)?(?:\d{1,2}|[ivx]{1,5}|[a-h])(?![\p{L}\p{N}'’.])/iu;

/** What the cells after the noun of a heading say; `numbered`: its number stands in the first cell already. */
export function headingCells(
  cells: readonly Cell[],
  numbered: boolean,
): { title: Plain; number: string | null; axisText: string | null } {
  let number: string | null = null;
  let axisText: string | null = null;
  const titles: Plain[] = [];
  for (const { plain } of cells) {
    const alone: RegExpExecArray | null = numbered || number !== null ? null : NUMBER_ALONE.exec(plain.text);
    if (alone?.[1] !== undefined) number = alone[1];
    else if (axisText === null && AXIS.test(plain.text)) axisText = plain.text;
    else titles.push(plain);
  }
  return { title: titles.length === 0 ? EMPTY : joinPlain(titles, '\t'), number, axisText };
}
