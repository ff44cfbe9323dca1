/**
 * What the lines of a budget add up to, and how many lines say no exact sum and were left out: a total never says less
 * than it knows, nor more.
 *
 * Sums are counted in whole cents: the totals of a plan do not drift.
 */
import type { AmountLine } from './action-sheet.ts';

/** `euros` null: no line has an exact sum. */
export type Total = { readonly euros: number | null; readonly lines: number; readonly withoutFigure: number };

export function totalOf(lines: readonly AmountLine[]): Total {
  let cents = 0;
  let counted = 0;
  for (const { euros } of lines) {
    if (euros === null) continue;
    cents += Math.round(euros * 100);
    counted += 1;
  }
  return {
    euros: counted === 0 ? null : cents / 100,
    lines: lines.length,
    withoutFigure: lines.length - counted,
  };
}

/** What is spent, forecast and real, by exact sums alone; null: none was written. */
export function sumsOf(lines: readonly AmountLine[]): {
  readonly forecastEuros: number | null;
  readonly realEuros: number | null;
} {
  const spent = (stage: AmountLine['stage']): number | null =>
    totalOf(lines.filter((line) => line.direction === 'spending' && line.stage === stage)).euros;
  return { forecastEuros: spent('forecast'), realEuros: spent('real') };
}

export type BudgetCell = {
  readonly direction: AmountLine['direction'];
  readonly stage: AmountLine['stage'];
  readonly nature: AmountLine['nature'];
  readonly year: number | null;
  readonly total: Total;
};

/**
 * One cell for each direction, stage, nature and year that some line names, in that order: spending before receipts,
 * forecast before real, investment before operation, years ascending; what was not said comes last.
 */
export function budgetCells(lines: readonly AmountLine[]): readonly BudgetCell[] {
  const groups = Map.groupBy(lines, ({ direction, stage, nature, year }) =>
    [
      direction === 'spending' ? 0 : 1,
      stage === 'forecast' ? 0 : 1,
      nature === 'investment' ? 0 : nature === 'operation' ? 1 : 2,
      year === null ? '9999' : String(year).padStart(4, '0'),
    ].join(' '),
  );
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, group]): BudgetCell[] => {
      const first = group[0];
      if (first === undefined) return [];
      const { direction, stage, nature, year } = first;
      return [{ direction, stage, nature, year, total: totalOf(group) }];
    });
}

export type FunderTotal<Funder> = {
  readonly funder: Funder;
  readonly granted: Total;
  readonly asked: Total;
  readonly refused: Total;
  /** To ask, or not said. */
  readonly open: Total;
};

type FundingLine<Funder> = {
  readonly funder: Funder;
  readonly state: 'to-ask' | 'asked' | 'granted' | 'refused' | null;
  readonly euros: number | null;
};

/** By funder, in the order in which they first come; `keyOf` tells two funders apart. */
export function totalsByFunder<Funder>(
  fundings: readonly FundingLine<Funder>[],
  keyOf: (funder: Funder) => string,
): readonly FunderTotal<Funder>[] {
  return [...Map.groupBy(fundings, ({ funder }) => keyOf(funder)).values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const sum = (states: readonly FundingLine<Funder>['state'][]): Total =>
      totalOf(group.filter(({ state }) => states.includes(state)).map(({ euros }) => ({ ...A_SUM, euros })));
    return [
      {
        funder: first.funder,
        granted: sum(['granted']),
        asked: sum(['asked']),
        refused: sum(['refused']),
        open: sum(['to-ask', null]),
      },
    ];
  });
}

const A_SUM = { direction: 'receipt', stage: 'forecast', nature: null, year: null, words: '' } as const;
