/**
 * Where each sheet ends: at the next sheet, at the contents list, or at an axis that opens after it.
 *
 * An axis line inside a sheet belongs to it when it stands between its heading and its first label, and is a running header when
 * the sheet goes on below it; then only that line is passed over.
 */
import { foldKeepingLength } from './fold.ts';
import type { Heading } from './heading.ts';
import type { Outline } from './outline.ts';
import type { PlanPage } from './plan-page.ts';
import type { Plain } from './plain-text.ts';

export type SheetRange = {
  readonly from: number;
  readonly to: number;
  /** The last line whose axis counts for this sheet: its own, or that of an axis written under its heading. */
  readonly header: number;
  readonly heading: { readonly number: string; readonly title: Plain; readonly axisText: string | null } | null;
  /** Lines inside that belong to others: running headers of axes. */
  readonly skipped: ReadonlySet<number>;
};

export function sheetRanges(page: PlanPage, outline: Outline): SheetRange[] {
  const boundaries: { line: number; axis: Heading | null }[] = [
    ...outline.axes.map((axis) => ({ line: axis.line, axis })),
    ...outline.entries.map((entry) => ({ line: entry.line, axis: null })),
    ...outline.tables.map((line) => ({ line, axis: null })),
    ...contentsTitles(page).map((line) => ({ line, axis: null })),
  ].toSorted((a, b) => a.line - b.line);
  const running = new Map<string, string>();
  let at = 0;
  return outline.sheets.map((sheet, index) => {
    const limit = outline.sheets[index + 1]?.line ?? page.lines.length;
    const skipped = new Set<number>();
    let to = limit;
    let header = sheet.line;
    for (; at < boundaries.length && (boundaries[at]?.line ?? 0) < limit; at += 1) {
      const { line, axis } = boundaries[at] ?? { line: 0, axis: null };
      if (line > sheet.line && line < to) {
        const labelled = page.labelKeysBetween(sheet.line + 1, line).length > 0;
        if (axis && !labelled && goesOn(page, axis, limit)) header = line;
        if (axis && (header === line || (running.get(axis.form) === axis.number && goesOn(page, axis, limit))))
          skipped.add(line);
        else to = line;
      }
      if (axis) running.set(axis.form, axis.number);
    }
    return { from: sheet.line, to, header, heading: sheet.heading, skipped };
  });
}

/** "Sommaire", alone on its line. */
function contentsTitles(page: PlanPage): number[] {
  const title =
    /^(?:sommaire|table des matieres|liste des (?:fiches[ -])?actions|recapitulatif des (?:fiches[ -])?actions)$/;
  return page.lines.flatMap((line) =>
    line.kind === 'content' && line.text.length < 40 && title.test(foldKeepingLength(line.text)) ? [line.index] : [],
  );
}

function goesOn(page: PlanPage, axis: Heading, limit: number): boolean {
  if (page.labelKeysBetween(axis.line + 1, limit).length > 0) return true;
  const next = page.nextContent(axis.line);
  const line = next === undefined || next >= limit ? undefined : page.lines[next];
  return line !== undefined && (line.tabular || /^\p{Ll}/u.test(line.text));
}
