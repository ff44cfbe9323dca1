/** Figures that the town hall shows about a promise: where each stands, beside what was aimed at. */
import { standings, type IndicatorValue, type IndicatorWords } from '#domain/plan/indicator.ts';
import { NO_FIGURE, NO_SOURCE, standingIn, territoryIn } from '#ui/messages/indicators.fr.ts';

type Indicator = IndicatorWords & { readonly id: number; readonly values: readonly IndicatorValue[] };

export type IndicatorShown = {
  readonly id: number;
  readonly href: string;
  readonly title: string;
  /** One for each territory, the whole place first. */
  readonly lines: readonly string[];
  readonly source: string;
};

export function indicatorsShown(indicators: readonly Indicator[]): readonly IndicatorShown[] {
  return indicators.map((indicator) => {
    const where = standings(indicator.values, indicator.goal);
    return {
      id: indicator.id,
      href: `/indicateurs/${indicator.id}`,
      title: indicator.title,
      lines:
        where.length === 0
          ? [NO_FIGURE]
          : where.map((standing) => {
              const said = standingIn(standing, indicator);
              return where.length === 1 ? said : `${territoryIn(standing.territory)} : ${said}`;
            }),
      source: indicator.source === '' ? NO_SOURCE : indicator.source,
    };
  });
}
