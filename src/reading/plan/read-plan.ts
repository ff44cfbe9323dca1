/**
 * A municipal action plan, from its text to findings that a person confirms.
 *
 * Pure and deterministic, linear in the text. How it works and where it errs: docs/reading-plans.md. Nothing is corrected but a number
 * that the contents list corrects; nothing is lost: what no finding covers is in `unread`.
 */
import type { PlanReading, Span } from '#reading/contract.ts';
import { mergeSpans, unreadOutside } from '#reading/text/spans.ts';
import { actionFinding } from './action-finding.ts';
import { readAxes } from './axes.ts';
import { readCouncil } from './council.ts';
import { isNumbered, NamedAxes } from './named-axes.ts';
import { numberSheets } from './numbering.ts';
import type { Line } from './plan-lines.ts';
import { noAction } from './plan-warnings.ts';
import { numberKey } from './related-actions.ts';
import { readSheet } from './sheet.ts';
import { sheetRanges } from './sheet-ranges.ts';
import { understand } from './understand.ts';

/**
 * Reads a plan.
 *
 * @param text extracted text, unchanged; every span of the result is an offset into it (UTF-16).
 * @returns findings; a text that is no plan gives no action and the warning `no-action`. Never throws.
 */
export function readPlan(text: string): PlanReading {
  const { page, outline } = understand(text);
  const spanOf = (line: number): Span => ({ start: page.lines[line]?.start ?? 0, end: page.lines[line]?.end ?? 0 });
  const sheets = [...outline.tabled, ...sheetRanges(page, outline).map((range) => readSheet(page, range))];
  const { axes: headed, entries, places } = readAxes(outline.axes, outline.entries, spanOf);
  const named = new NamedAxes(headed);
  for (const { axisText, spans } of sheets)
    if (axisText !== null && (headed.length === 0 || isNumbered(axisText))) named.name(axisText, spans);
  const { numbered, warnings } = numberSheets(sheets, { entries, spanOf });
  const known = new Map(numbered.map(({ number }) => [numberKey(number), number]));
  const actions = numbered.map((one) => actionFinding(one, { text, axes: named, places, known, spanOf }));
  const axes = named.all.map((axis) => ({ ...axis, spans: mergeSpans(text, axis.spans) }));
  const read = mergeSpans(
    text,
    [...axes, ...actions].flatMap((finding) => finding.spans),
  );
  const { title, council } = readCouncil(page, linesOutside(page.lines, read));
  const noticed = [...sheets.flatMap((sheet) => sheet.warnings), ...warnings];
  return {
    kind: 'plan',
    text,
    title,
    council: { ...council, spans: mergeSpans(text, council.spans) },
    axes,
    actions,
    unread: unreadOutside(text, [...read, ...council.spans]),
    warnings: [
      ...(actions.length === 0 ? [noAction()] : []),
      ...noticed.toSorted((a, b) => (a.spans[0]?.start ?? -1) - (b.spans[0]?.start ?? -1)),
    ],
  };
}

/** Lines with something on them that no span covers from end to end. */
function linesOutside(lines: readonly Line[], spans: readonly Span[]): Line[] {
  let at = 0;
  return lines.filter((line) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= line.start) at += 1;
    const span = spans[at];
    return line.kind === 'content' && !(span && span.start <= line.start && line.end <= span.end);
  });
}
