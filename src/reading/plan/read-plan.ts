/**
 * A municipal action plan, from its text to findings that a person confirms.
 *
 * Pure and deterministic, linear in the text. How it works and where it errs: docs/reading-plans.md. Nothing is corrected but a number
 * that the contents list corrects; nothing is lost: what no finding covers is in `unread`.
 */
import type { ActionFinding, AmountFinding, PlanField, PlanReading, Span } from '#reading/contract.ts';
import { PLAN_FIELDS } from '#reading/contract.ts';
import { mergeSpans, unreadOutside } from '#reading/text/spans.ts';
import { amountsIn } from './amounts.ts';
import { type Axes, axisNamed, axisOf, readAxes, withNamedAxes } from './axes.ts';
import { readCouncil } from './council.ts';
import { datesIn } from './dates.ts';
import { type Numbered, numberSheets } from './numbering.ts';
import { outlineOf } from './outline.ts';
import { PlanPage } from './plan-page.ts';
import type { Plain } from './plain-text.ts';
import { noAction } from './plan-warnings.ts';
import { listedIn, numberKey, relatedIn } from './related-actions.ts';
import { readSheet } from './sheet.ts';
import { sheetRanges } from './sheet-ranges.ts';

/**
 * Reads a plan.
 *
 * @param text extracted text, unchanged; every span of the result is an offset into it (UTF-16).
 * @returns findings; a text that is no plan gives no action and the warning `no-action`. Never throws.
 */
export function readPlan(text: string): PlanReading {
  const page = new PlanPage(text);
  const outline = outlineOf(page);
  const spanOf = (line: number): Span => ({ start: page.lines[line]?.start ?? 0, end: page.lines[line]?.end ?? 0 });
  const sheets = [...outline.tabled, ...sheetRanges(page, outline).map((range) => readSheet(page, range))];
  const places = withNamedAxes(readAxes(outline.axes, outline.entries, spanOf), sheets);
  const { numbered, warnings } = numberSheets(sheets, { entries: places.entries, spanOf });
  const actions = numbered.map((one) => actionFinding(text, { one, numbered, places, spanOf }));
  const axes = places.axes.map((axis) => ({ ...axis, spans: mergeSpans(text, axis.spans) }));
  const read = [...axes, ...actions].flatMap((finding) => finding.spans);
  const { title, council } = readCouncil(page, linesOutside(page, read));
  const found = [...read, ...council.spans];
  return {
    kind: 'plan',
    text,
    title,
    council: { ...council, spans: mergeSpans(text, council.spans) },
    axes,
    actions,
    unread: unreadOutside(text, found),
    warnings: [
      ...(actions.length === 0 ? [noAction()] : []),
      ...[...sheets.flatMap((sheet) => sheet.warnings), ...warnings].toSorted(
        (a, b) => firstOf(a.spans) - firstOf(b.spans),
      ),
    ],
  };
}

type Around = { one: Numbered; numbered: readonly Numbered[]; places: Axes; spanOf: (line: number) => Span };

function actionFinding(text: string, { one, numbered, places, spanOf }: Around): ActionFinding {
  const { sheet, number, entries } = one;
  const known = new Map(
    numbered.filter((other) => other !== one).map((other) => [numberKey(other.number), other.number]),
  );
  const { axis, subAxis, labels, header } = placeOf(one, places);
  const filled = PLAN_FIELDS.flatMap((field) => sheet.fields[field] ?? []);
  const mine = [...sheet.spans, ...entries.map((entry) => spanOf(entry.heading.line)), ...header.map(spanOf)];
  return {
    number,
    printedNumber: sheet.printedNumber,
    title: sheet.title.text,
    axis,
    subAxis,
    labels: [...labels, ...sheet.labels],
    fields: textsOf(sheet.fields),
    amounts: amountsOf(sheet.fields),
    dates: sheet.fields.calendar ? datesIn(sheet.fields.calendar) : [],
    relatedActions: [...new Set([...listedIn(sheet.related, known), ...relatedIn(filled, known)])],
    spans: mergeSpans(text, mine),
  };
}

/** The contents list says it best; then the header above; then the number itself. */
function placeOf({ sheet, number, entries }: Numbered, { axes, places }: Axes) {
  const named = axes.find((axis) => axis.number === axisOf(number))?.number;
  const above = places.findLast((place) => place.line <= sheet.header);
  const byNumber = /[.]/.test(number) && named !== undefined ? named : null;
  const said = sheet.axisText === null ? undefined : axisNamed(axes, sheet.axisText)?.number;
  const axis = byNumber ?? said ?? above?.axis ?? null;
  const fits = above?.axis === axis ? above : undefined;
  const listed = entries.find((entry) => entry.subAxis !== null)?.subAxis ?? null;
  // A label stands in the header just above its sheet, not above the next ones.
  const next = fits && fits.labels.length > 0 ? fits : undefined;
  return {
    axis,
    subAxis: listed ?? fits?.subAxis ?? null,
    labels: next?.labels ?? [],
    header: next ? [next.line] : [],
  };
}

function textsOf(fields: Readonly<Record<PlanField, Plain | null>>): Record<PlanField, string | null> {
  return {
    context: fields.context?.text ?? null,
    description: fields.description?.text ?? null,
    objectives: fields.objectives?.text ?? null,
    leads: fields.leads?.text ?? null,
    means: fields.means?.text ?? null,
    calendar: fields.calendar?.text ?? null,
    method: fields.method?.text ?? null,
    indicators: fields.indicators?.text ?? null,
  };
}

/** Sums of the whole sheet but its context, which tells of other people's money. */
function amountsOf(fields: Readonly<Record<PlanField, Plain | null>>): AmountFinding[] {
  return PLAN_FIELDS.filter((field) => field !== 'context').flatMap((field) => {
    const plain = fields[field];
    return plain ? amountsIn(plain) : [];
  });
}

function linesOutside(page: PlanPage, read: readonly Span[]) {
  const starts = new Set(mergeSpans(page.text, read).length === 0 ? [] : coveredLines(page, read));
  return page.lines.filter((line) => line.kind === 'content' && !starts.has(line.index));
}

function coveredLines(page: PlanPage, read: readonly Span[]): number[] {
  const spans = mergeSpans(page.text, read);
  const covered: number[] = [];
  let at = 0;
  for (const line of page.lines) {
    while (at < spans.length && (spans[at]?.end ?? 0) <= line.start) at += 1;
    const span = spans[at];
    if (span && span.start <= line.start && line.end <= span.end) covered.push(line.index);
  }
  return covered;
}

function firstOf(spans: readonly Span[]): number {
  return spans[0]?.start ?? -1;
}
