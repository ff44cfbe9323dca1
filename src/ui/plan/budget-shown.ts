/**
 * The money of a plan, added up in the few ways that a council asks for. Each total carries how many lines it leaves out
 * because they say no exact sum; those lines are shown with their words.
 */
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import { totalOf, totalsByFunder, type FunderTotal, type Total } from '#domain/plan/budget.ts';
import type { PlanOverview, PlanRow, RowFunding, RowName } from '#domain/plan/plan-row.ts';
import { nameValue } from './rows-shown.ts';

/** The four columns of every table: what is spent and received, forecast and real. */
export const KINDS = [
  { direction: 'spending', stage: 'forecast' },
  { direction: 'spending', stage: 'real' },
  { direction: 'receipt', stage: 'forecast' },
  { direction: 'receipt', stage: 'real' },
] as const satisfies readonly Pick<AmountLine, 'direction' | 'stage'>[];

/** One total for each of KINDS. */
export type Totals = readonly Total[];

export type BudgetShown = {
  readonly whole: Totals;
  /** Ascending; the year that nobody said comes last. */
  readonly byYear: readonly { readonly year: number | null; readonly totals: Totals }[];
  readonly byNature: readonly { readonly nature: AmountLine['nature']; readonly totals: Totals }[];
  /** By axis of the first level, in the order of the plan; null: under none. Empty when no line is under an axis. */
  readonly byAxis: readonly { readonly axis: string | null; readonly totals: Totals }[];
  readonly actions: { readonly all: number; readonly withAmount: number };
  readonly funders: readonly FunderTotal<RowName>[];
  /** Calls with a last day, soonest first. */
  readonly calls: readonly { readonly row: PlanRow; readonly funding: RowFunding; readonly deadline: string }[];
  readonly withoutFigure: readonly { readonly row: PlanRow; readonly line: AmountLine }[];
};

export function budgetShown({ rows }: PlanOverview): BudgetShown {
  const lines = rows.flatMap(({ amounts }) => amounts);
  const fundings = rows.flatMap((row) => row.fundings.map((funding) => ({ row, funding })));
  const axes = Map.groupBy(
    rows.filter(({ amounts }) => amounts.length > 0),
    ({ axisPath }) => axisPath[0] ?? null,
  );
  return {
    whole: totals(lines),
    byYear: [...Map.groupBy(lines, ({ year }) => year)]
      .toSorted(([a], [b]) => (a ?? 9999) - (b ?? 9999))
      .map(([year, group]) => ({ year, totals: totals(group) })),
    byNature: (['investment', 'operation', null] as const).flatMap((nature) => {
      const group = lines.filter((line) => line.nature === nature);
      return group.length === 0 ? [] : [{ nature, totals: totals(group) }];
    }),
    byAxis:
      axes.size === 0 || (axes.size === 1 && axes.has(null))
        ? []
        : [...axes].map(([axis, held]) => ({ axis, totals: totals(held.flatMap(({ amounts }) => amounts)) })),
    actions: { all: rows.length, withAmount: rows.filter(({ amounts }) => amounts.length > 0).length },
    funders: totalsByFunder(
      fundings.map(({ funding }) => funding),
      (funder) => `${funder.kind} ${nameValue(funder)}`,
    ),
    calls: fundings
      .flatMap(({ row, funding }) => (funding.deadline === null ? [] : [{ row, funding, deadline: funding.deadline }]))
      .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0)),
    withoutFigure: rows.flatMap((row) =>
      row.amounts.filter(({ euros }) => euros === null).map((line) => ({ row, line })),
    ),
  };
}

function totals(lines: readonly AmountLine[]): Totals {
  return KINDS.map(({ direction, stage }) =>
    totalOf(lines.filter((line) => line.direction === direction && line.stage === stage)),
  );
}
