/**
 * The *notice explicative* of a plan, with its sheets: what a town clerk puts in the council's file.
 */
import { totalOf } from '#domain/plan/budget.ts';
import { progressOf } from '#domain/plan/progress.ts';
import type { PlanAxis, PlanRow } from '#domain/plan/plan-row.ts';
import { KIND_NAME, leftOut, totalWord, WHOLE, YEAR, YEAR_UNSAID } from '#ui/messages/plan-budget.fr.ts';
import * as words from '#ui/messages/plan-notice.fr.ts';
import { lateLine, ONLY_A_DOCUMENT, period, progressLine } from '#ui/messages/plan-views.fr.ts';
import { euros, nameWord, STATUS_WORD, statusState } from '#ui/messages/plan-words.fr.ts';
import type { Block, PrintedDocument } from '../document/document.ts';
import type { PrintedFrame, PrintedPlan, PrintedSheet } from './printed-plan.ts';
import { note, plain, sheetBlocks, table } from './sheet-blocks.ts';

export function noticeDocument(plan: PrintedPlan): PrintedDocument {
  return {
    title: words.noticeTitle(plan.title, plan.stage),
    subtitle: words.noticeSubtitle(plan.placeName, plan.today, plan.stage),
    footer: words.noticeFooter(plan.title, plan.address, plan.stage),
    madeAt: plan.madeAt,
    blocks: [
      ...forWhom(plan),
      ...purpose(plan),
      ...brief(plan),
      ...actionTables(plan),
      ...budget(plan),
      ...sheets(plan),
    ],
  };
}

/** One sheet by itself, to hand out or to change. */
export function sheetDocument(plan: PrintedFrame, printed: PrintedSheet): PrintedDocument {
  const { number, title } = printed.sheet;
  return {
    title: words.sheetTitle(number, title),
    subtitle: `${plan.title}. ${words.noticeSubtitle(plan.placeName, plan.today, plan.stage)}`,
    footer: words.noticeFooter(plan.title, plan.address, plan.stage),
    madeAt: plan.madeAt,
    blocks: [...forWhom(plan), ...sheetBlocks(printed, plan)],
  };
}

/** Before anything else: whoever holds the paper did not see the page that it comes from. */
function forWhom({ stage }: PrintedFrame): readonly Block[] {
  return stage === 'internal' ? [note(words.INTERNAL_NOTE)] : [];
}

function purpose({ introduction, adoption, typed }: PrintedPlan): readonly Block[] {
  const paragraphs = introduction
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean);
  const said: readonly Block[] = [
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', inlines: plain(text) })),
    ...(adoption === null ? [] : [{ kind: 'paragraph', inlines: plain(words.adopted(adoption)) } as const]),
    ...(typed ? [] : [note(ONLY_A_DOCUMENT)]),
  ];
  return said.length === 0 ? [] : [{ kind: 'heading', level: 1, text: words.PURPOSE }, ...said];
}

function brief({ overview, today, typed }: PrintedPlan): readonly Block[] {
  const { axes, rows } = overview;
  const progress = progressOf(rows, today);
  const late = lateLine(progress);
  const linked = rows.filter((row) => row.linked > 0).length;
  const lines = [
    words.size({ axes: axes.filter(({ parent }) => parent === null).length, actions: rows.length }),
    ...(typed ? [words.progressOn(today, progressLine(progress))] : []),
    ...(late === null ? [] : [words.lateOn(late)]),
    ...(linked === 0 ? [] : [words.linkedOf(linked, rows.length)]),
  ];
  return [
    { kind: 'heading', level: 1, text: words.IN_BRIEF },
    progress === null
      ? { kind: 'paragraph', inlines: plain(words.NO_ACTION) }
      : { kind: 'list', ordered: false, items: lines.map(plain) },
  ];
}

/** A table an axis; what is under its sub-axes in it, each axis by its number. */
function actionTables({ overview, typed }: PrintedPlan): readonly Block[] {
  const { axes, rows } = overview;
  if (rows.length === 0) return [];
  const groups = [...axes.filter(({ parent }) => parent === null), null].map((top) => ({
    name: top === null ? words.WITHOUT_AXIS : axisName(top),
    rows: rows.filter((row) => topOf(axes, row.axis) === (top?.id ?? null)),
  }));
  return [
    { kind: 'heading', level: 1, text: words.ACTIONS },
    ...groups.flatMap(({ name, rows: held }) =>
      table(
        words.actionsOf(name),
        typed
          ? [
              words.COLUMN.number,
              words.COLUMN.title,
              words.COLUMN.lead,
              words.COLUMN.period,
              words.COLUMN.status,
              words.COLUMN.forecast,
            ]
          : [words.COLUMN.number, words.COLUMN.title],
        typed ? [1.1, 4, 2.4, 2.4, 1.6, 1.8] : [1, 9],
        held.map((row) => (typed ? typedLine(row) : [row.number, row.title])),
      ),
    ),
  ];
}

function typedLine(row: PlanRow): readonly string[] {
  return [
    row.number,
    row.title,
    row.leads.map(nameWord).join(', '),
    row.startsOn === null && row.endsOn === null ? '' : period(row.startsOn, row.endsOn),
    STATUS_WORD[statusState(row.status)],
    row.forecastEuros === null ? '' : euros(row.forecastEuros),
  ];
}

function budget({ overview }: PrintedPlan): readonly Block[] {
  const lines = overview.rows.flatMap(({ amounts }) => amounts);
  if (lines.length === 0) return [];
  const kinds = (['spending forecast', 'spending real', 'receipt forecast', 'receipt real'] as const).filter((kind) =>
    lines.some((line) => `${line.direction} ${line.stage}` === kind),
  );
  const years = [...Map.groupBy(lines, ({ year }) => year)].toSorted(([a], [b]) => (a ?? 9999) - (b ?? 9999));
  const totals = (group: typeof lines): readonly string[] =>
    kinds.map((kind) => {
      const total = totalOf(group.filter((line) => `${line.direction} ${line.stage}` === kind));
      const left = leftOut(total);
      return left === null ? totalWord(total) : `${totalWord(total)} (${left})`;
    });
  return [
    { kind: 'heading', level: 1, text: words.BUDGET },
    ...table(
      words.BUDGET,
      [YEAR, ...kinds.map((kind) => KIND_NAME[kind])],
      [1.3, ...kinds.map(() => 2)],
      [
        ...years.map(([year, group]) => [year === null ? YEAR_UNSAID : String(year), ...totals(group)]),
        [WHOLE, ...totals(lines)],
      ],
    ),
  ];
}

function sheets(plan: PrintedPlan): readonly Block[] {
  let above = '';
  return plan.sheets.flatMap((printed, index): readonly Block[] => {
    const { number, title, axisPath } = printed.sheet;
    const top = axisPath[0];
    const axis = top === undefined ? words.WITHOUT_AXIS : `${top.number} ${top.title}`.trim();
    const opens = axis !== above || index === 0;
    above = axis;
    return [
      { kind: 'page-break' },
      ...(index === 0 ? [{ kind: 'heading', level: 1, text: words.SHEETS } as const] : []),
      ...(opens ? [{ kind: 'heading', level: 2, text: axis } as const] : []),
      { kind: 'heading', level: 3, text: words.sheetTitle(number, title) },
      ...sheetBlocks(printed, plan),
    ];
  });
}

function axisName({ number, title }: PlanAxis): string {
  return `${number} ${title}`.trim();
}

function topOf(axes: readonly PlanAxis[], axis: number | null): number | null {
  const found = axes.find(({ id }) => id === axis);
  if (found === undefined) return null;
  return found.parent === null ? found.id : topOf(axes, found.parent);
}
