/** What each view of a plan shows of what was asked. Each stays light with a thousand actions: pages, or the first ones. */
import type { PlanOverview, PlanRow } from '#domain/plan/plan-row.ts';
import { STATUS_STATES, statusState, type StatusState } from '#ui/messages/plan-words.fr.ts';
import { ganttOf, isDrawn, type Gantt } from './gantt.ts';
import { choicesOf, rowsShown, type Choices } from './rows-shown.ts';
import type { ViewAsked } from './view-asked.ts';

type Asked = { readonly asked: ViewAsked; readonly today: string };

export type TableShown = {
  readonly rows: readonly PlanRow[];
  /** Answering what was asked, on all pages. */
  readonly found: number;
  readonly all: number;
  /** The one shown, which may come before the one asked; `all` when everything is on one page. */
  readonly page: number | 'all';
  readonly pages: number;
  readonly choices: Choices;
};

export const ROWS_A_PAGE = 100;
export const CARDS_A_COLUMN = 20;

export function tableShown(overview: PlanOverview, { asked, today }: Asked): TableShown {
  return paged(rowsShown(overview, asked, today), overview, asked);
}

export type CalendarShown = TableShown & {
  readonly gantt: Gantt | null;
  /** Those of this page that no drawing can show. */
  readonly undated: readonly PlanRow[];
  readonly undatedInAll: number;
};

/** In the order asked, or by start; those without a date last. One scale for all pages. */
export function calendarShown(overview: PlanOverview, { asked, today }: Asked): CalendarShown {
  const found = rowsShown(overview, asked, today);
  const ordered = asked.sort === null ? [...found.filter(isDrawn), ...found.filter((row) => !isDrawn(row))] : found;
  const shown = paged(ordered, overview, asked);
  const whole = ganttOf(found, today);
  const here = new Set(shown.rows);
  return {
    ...shown,
    gantt: whole === null ? null : { ...whole, bars: whole.bars.filter(({ row }) => here.has(row)) },
    undated: shown.rows.filter((row) => !isDrawn(row)),
    undatedInAll: found.filter((row) => !isDrawn(row)).length,
  };
}

export type BoardColumn = {
  readonly status: StatusState;
  readonly rows: readonly PlanRow[];
  /** How many more there are than `rows`. */
  readonly others: number;
};

export type BoardShown = Pick<TableShown, 'found' | 'all' | 'choices'> & { readonly columns: readonly BoardColumn[] };

/** One column a status, in the order in which work goes; the one of unsaid statuses only when it holds something. */
export function boardShown(overview: PlanOverview, { asked, today }: Asked): BoardShown {
  const found = rowsShown(overview, asked, today);
  const byStatus = Map.groupBy(found, ({ status }) => statusState(status));
  const wanted = asked.statuses.length === 0 ? STATUS_STATES : asked.statuses;
  return {
    found: found.length,
    all: overview.rows.length,
    choices: choicesOf(overview),
    columns: wanted.flatMap((status) => {
      const rows = byStatus.get(status) ?? [];
      if (status === 'unknown' && rows.length === 0) return [];
      const cards = asked.page === 'all' ? rows : rows.slice(0, CARDS_A_COLUMN);
      return [{ status, rows: cards, others: rows.length - cards.length }];
    }),
  };
}

function paged(found: readonly PlanRow[], overview: PlanOverview, asked: ViewAsked): TableShown {
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = asked.page === 'all' ? 'all' : Math.min(asked.page, pages);
  const rows = page === 'all' ? found : found.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  return { rows, found: found.length, all: overview.rows.length, page, pages, choices: choicesOf(overview) };
}
