/**
 * Sheets without a number: a title on its line, then the labels.
 *
 * A sheet starts where a label comes back that the sheet before already had, and its title is the line that stands just above.
 */
import type { Heading } from './heading.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';

/** `line` is the first of the sheet: its heading, or its title when it has no number. */
export type SheetStart = { readonly line: number; readonly heading: Heading | null };

const LONGEST_TITLE = 200;

export function startsWithoutNumber(page: PlanPage): SheetStart[] {
  const starts: SheetStart[] = [];
  let seen = new Set<string>();
  for (const line of page.lines) {
    for (const key of page.labelKeysBetween(line.index, line.index + 1)) {
      if (starts.length === 0 || seen.has(key)) {
        const title = titleAbove(page, line.index, starts.at(-1)?.line ?? -1);
        if (title !== undefined) {
          starts.push({ line: title, heading: null });
          seen = new Set();
        }
      }
      seen.add(key);
    }
  }
  return starts;
}

/** The title-like line just above line `label`, headings of the form's parts passed over. */
function titleAbove(page: PlanPage, label: number, after: number): number | undefined {
  let at = page.previousContent(label);
  while (
    at !== undefined &&
    at > after &&
    page.rows[at]?.every((pair) => pair.label.kind === 'part' && pair.value.text === '')
  ) {
    at = page.previousContent(at);
  }
  const line = at === undefined || at <= after ? undefined : page.lines[at];
  if (!line) return undefined;
  const titled = page.rows[line.index]?.some((pair) => pair.label.kind === 'role' && pair.label.role === 'title');
  if (titled) return line.index;
  if (page.rows[line.index] !== null || page.headingAt(line.index)?.family === 'axis') return undefined;
  return isTitle(line) ? line.index : undefined;
}

function isTitle(line: Line): boolean {
  if (line.bulleted || line.text.length > LONGEST_TITLE || (line.tabular && line.cells.length > 1)) return false;
  return /^[^\p{L}]{0,6}[\p{Lu}\d«]/u.test(line.text) && !/[.,;:]$/.test(line.text.trim());
}
