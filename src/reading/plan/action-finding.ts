/**
 * From a sheet as it was read to what the reader says of an action.
 */
import { type ActionFinding, type AmountFinding, PLAN_FIELDS, type PlanField, type Span } from '#reading/contract.ts';
import { mergeSpans } from '#reading/text/spans.ts';
import { amountsIn } from './amounts.ts';
import { axisOf, type Place } from './axes.ts';
import { datesIn } from './dates.ts';
import type { NamedAxes } from './named-axes.ts';
import type { Numbered } from './numbering.ts';
import type { Plain } from './plain-text.ts';
import { listedIn, numberKey, relatedIn } from './related-actions.ts';
import type { Sheet } from './sheet-result.ts';

export type Surroundings = {
  readonly text: string;
  readonly axes: NamedAxes;
  readonly places: readonly Place[];
  /** Numbers of all actions, by what is left of them without zeros and blanks. */
  readonly known: ReadonlyMap<string, string>;
  readonly spanOf: (line: number) => Span;
};

export function actionFinding({ sheet, number, entries }: Numbered, around: Surroundings): ActionFinding {
  const place = placeOf({ sheet, number, entries }, around);
  const filled = PLAN_FIELDS.flatMap((field) => sheet.fields[field] ?? []);
  const named = [...listedIn(sheet.related, around.known), ...relatedIn(filled, around.known)];
  const listed = entries.map((entry) => around.spanOf(entry.heading.line));
  return {
    number,
    printedNumber: sheet.printedNumber,
    title: sheet.title.text,
    axis: place.axis,
    subAxis: place.subAxis,
    labels: [...place.labels, ...otherTheme(sheet, around.axes), ...sheet.labels],
    fields: textsOf(sheet.fields),
    amounts: amountsOf(sheet),
    dates: sheet.fields.calendar ? datesIn(sheet.fields.calendar) : [],
    relatedActions: [...new Set(named)].filter((other) => numberKey(other) !== numberKey(number)),
    spans: mergeSpans(around.text, [...sheet.spans, ...listed, ...place.header.map(around.spanOf)]),
  };
}

/** The contents list says it best; then the header above; then the number itself. */
function placeOf({ sheet, number, entries }: Numbered, { axes, places }: Surroundings) {
  const above = places[lastAtMost(places, sheet.header)];
  const own = axisOf(number);
  const byNumber = own !== null && axes.has(own) ? own : null;
  const said = sheet.axisText === null ? undefined : axes.find(sheet.axisText)?.number;
  const axis = byNumber ?? said ?? above?.axis ?? null;
  const fits = above?.axis === axis ? above : undefined;
  const listed = entries.find((entry) => entry.subAxis !== null)?.subAxis ?? null;
  const labels = fits?.labels ?? [];
  return {
    axis,
    subAxis: listed ?? fits?.subAxis ?? null,
    labels,
    header: fits && labels.length > 0 ? [fits.line] : [],
  };
}

/** "Secteur : Transports", when that is none of the axes. */
function otherTheme({ axisText, axisLabel }: Sheet, axes: NamedAxes): string[] {
  return axisText === null || axisLabel === null || axes.find(axisText) ? [] : [`${axisLabel} : ${axisText}`];
}

/** Position of the last header on line `line` or above, -1 when there is none. */
function lastAtMost(places: readonly Place[], line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.line ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function textsOf(fields: Sheet['fields']): Record<PlanField, string | null> {
  const text = (plain: Plain | null): string | null => plain?.text ?? null;
  return {
    context: text(fields.context),
    description: text(fields.description),
    objectives: text(fields.objectives),
    leads: text(fields.leads),
    means: text(fields.means),
    calendar: text(fields.calendar),
    method: text(fields.method),
    indicators: text(fields.indicators),
  };
}

/** Sums of the whole sheet but its context, which tells of other people's money, unless it holds the description too. */
function amountsOf({ fields, warnings, amounts }: Sheet): AmountFinding[] {
  const merged = fields.description === null && warnings.some((warning) => warning.code === 'merged-labels');
  const named = PLAN_FIELDS.filter((field) => field !== 'context' || merged).flatMap((field) => {
    const plain = fields[field];
    return plain ? amountsIn(plain) : [];
  });
  return [...amounts, ...named];
}
