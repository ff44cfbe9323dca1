/** Figures as a table reads: one row for a time and a territory, its result and its target side by side. */
import type { IndicatorValue } from '#domain/plan/indicator.ts';
import type { Period } from '#domain/plan/period.ts';

export type FigureRow<Value extends IndicatorValue> = {
  readonly key: string;
  readonly period: Period | null;
  readonly territory: string;
  /** Null: unknown. */
  readonly result: Value | null;
  readonly target: Value | null;
};

/** The latest first; what has no date last. */
export function figureRows<Value extends IndicatorValue>(values: readonly Value[]): readonly FigureRow<Value>[] {
  const rows = new Map<string, FigureRow<Value>>();
  for (const value of values) {
    const key = `${value.period?.on ?? ''} ${value.period?.precision ?? ''} ${value.territory}`;
    const row = rows.get(key) ?? { key, period: value.period, territory: value.territory, result: null, target: null };
    rows.set(key, { ...row, [value.kind]: value });
  }
  return [...rows.values()].toSorted(
    (a, b) => (b.period?.on ?? '').localeCompare(a.period?.on ?? '') || a.territory.localeCompare(b.territory, 'fr'),
  );
}
