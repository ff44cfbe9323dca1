/**
 * Axes that bear a number and no noun: "I. PRÉSERVER" above "Action I.1", "2 – Se déplacer" above "Fiche 2.1".
 *
 * A number alone opens anything; here it stands just above the first sheet that bears it, so it is the axis of that sheet.
 */
import { axisOf } from './axes.ts';
import type { Heading } from './heading.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';
import { slicePlain } from './plain-text.ts';
import type { SheetStart } from './unnumbered.ts';

const NUMBERED = /^(?<number>\d{1,2}|[IVX]{1,5}|[A-H])\s*[.):–—-]+\s*(?=\p{L})/u;
const LONGEST = 150;
const MOST_LINES = 3;

/** Linear in the number of sheets. */
export function bareAxes(page: PlanPage, sheets: readonly SheetStart[]): Heading[] {
  const axes = new Map<string, Heading>();
  for (const { heading } of sheets) {
    const number = heading === null ? null : axisOf(heading.number);
    if (heading === null || number === null || axes.has(number)) continue;
    const axis = axisAbove(page, heading.line, number);
    if (axis) axes.set(number, axis);
  }
  return [...axes.values()];
}

function axisAbove(page: PlanPage, sheet: number, number: string): Heading | undefined {
  let at = page.previousContent(sheet);
  for (let steps = 0; steps < MOST_LINES && at !== undefined; steps += 1) {
    const line = page.lines[at];
    if (!line || page.rows[at]) return undefined;
    const axis = asAxis(line, number);
    if (axis) return axis;
    at = page.previousContent(at);
  }
  return undefined;
}

function asAxis(line: Line, number: string): Heading | null {
  const [cell] = line.cells;
  const match = NUMBERED.exec(line.text);
  if (!cell || line.cells.length > 1 || line.text.length > LONGEST || match?.groups?.number !== number) return null;
  return {
    line: line.index,
    family: 'axis',
    form: 'number|1',
    number,
    title: slicePlain(cell.plain, match[0].length, cell.plain.text.length),
    axisText: null,
    inContents: false,
    bulleted: false,
  };
}
