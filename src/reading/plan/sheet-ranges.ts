/**
 * Where each sheet ends: at the next sheet, at the contents list, or at an axis that opens after it.
 *
 * An axis line inside a sheet is a running header when the sheet goes on below it; then only that line is passed over.
 */
import type { Heading } from './heading.ts';
import type { Outline } from './outline.ts';
import type { PlanPage } from './plan-page.ts';
import type { SheetRange } from './sheet.ts';

export function sheetRanges(page: PlanPage, outline: Outline): SheetRange[] {
  const entryLines = outline.entries.map((entry) => entry.line);
  const boundaries = [
    ...outline.axes.map((axis) => ({ line: axis.line, axis })),
    ...entryLines.map((line) => ({ line, axis: null })),
  ];
  boundaries.sort((a, b) => a.line - b.line);
  const last = new Map<string, string>();
  let at = 0;
  return outline.sheets.map((sheet, index) => {
    const limit = outline.sheets[index + 1]?.line ?? page.lines.length;
    const skipped = new Set<number>();
    let to = limit;
    for (; at < boundaries.length && (boundaries[at]?.line ?? 0) < limit; at += 1) {
      const boundary = boundaries[at];
      if (!boundary) continue;
      const inside = boundary.line > sheet.line && boundary.line < to;
      if (
        inside &&
        boundary.axis &&
        last.get(boundary.axis.form) === boundary.axis.number &&
        goesOn(page, boundary.axis, limit)
      ) {
        skipped.add(boundary.line);
      } else if (inside) {
        to = boundary.line;
      }
      if (boundary.axis) last.set(boundary.axis.form, boundary.axis.number);
    }
    return { from: sheet.line, to, heading: sheet.heading, skipped };
  });
}

function goesOn(page: PlanPage, axis: Heading, limit: number): boolean {
  if (page.labelKeysBetween(axis.line + 1, limit).length > 0) return true;
  const next = page.nextContent(axis.line);
  const line = next === undefined || next >= limit ? undefined : page.lines[next];
  return line !== undefined && (line.tabular || /^\p{Ll}/u.test(line.text));
}
