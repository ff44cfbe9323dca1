/**
 * A figure that is followed: what is counted, in which unit, where the figures come from, what was aimed at and what was
 * measured, when and where. Unknown is no figure, never a zero.
 */
import { accept, refuse, type Result } from '../shared/result.ts';
import type { Period } from './period.ts';

/** What a target asks of a result. */
export const GOALS = ['at-least', 'at-most', 'exactly'] as const;
export type Goal = (typeof GOALS)[number];

export type IndicatorWords = {
  /** 1 to 200 characters. */
  readonly title: string;
  /** 1 to 40 characters: « toilettes », « % », « € par habitant·e ». */
  readonly unit: string;
  /** Who measures, and how: 300 characters at most; empty when nobody said. */
  readonly source: string;
  /** 2,000 characters at most. */
  readonly description: string;
  /** Null: nobody said which way is better, and nothing is called reached. */
  readonly goal: Goal | null;
};

export const VALUE_KINDS = ['result', 'target'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export type IndicatorValue = {
  readonly kind: ValueKind;
  /** 80 characters at most; empty: the whole place. */
  readonly territory: string;
  /** Null: a target for which no date was said. A result always has one. */
  readonly period: Period | null;
  /** Up to 10^12 either way, four decimals. */
  readonly value: number;
};

export type BadIndicator =
  | { readonly kind: 'no-title' | 'no-unit' }
  | { readonly kind: 'too-long'; readonly field: 'title' | 'unit' | 'source' | 'description'; readonly limit: number };

const LIMITS = { title: 200, unit: 40, source: 300, description: 2000 } as const;

/** Blanks at the ends go, blanks inside a line become one. */
export function readIndicatorWords(typed: IndicatorWords): Result<IndicatorWords, BadIndicator> {
  const words = {
    title: oneLine(typed.title),
    unit: oneLine(typed.unit),
    source: oneLine(typed.source),
    description: typed.description.normalize('NFC').replace(/\r\n?/g, '\n').trim(),
    goal: typed.goal,
  };
  if (words.title === '') return refuse({ kind: 'no-title' });
  if (words.unit === '') return refuse({ kind: 'no-unit' });
  for (const field of ['title', 'unit', 'source', 'description'] as const) {
    if (words[field].length > LIMITS[field]) return refuse({ kind: 'too-long', field, limit: LIMITS[field] });
  }
  return accept(words);
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What two values may not both be: the same kind, at the same place, of the same time. */
export function valueKey({ kind, territory, period }: Pick<IndicatorValue, 'kind' | 'territory' | 'period'>): string {
  const when = period === null ? '' : `${period.on} ${period.precision}`;
  return `${kind} ${territory.toLowerCase()} ${when}`;
}

export type Standing = {
  readonly territory: string;
  /** The last one; null: nothing was measured. */
  readonly result: IndicatorValue | null;
  /** The one aimed at for that time: the next after it, else the last one, else the one without a date. Null: none. */
  readonly target: IndicatorValue | null;
  /** Null: cannot be said. */
  readonly reached: boolean | null;
};

/** Where each territory stands, the whole place first, then by name. */
export function standings(values: readonly IndicatorValue[], goal: Goal | null): readonly Standing[] {
  const territories = [...new Set(values.map(({ territory }) => territory))].toSorted((a, b) =>
    a.localeCompare(b, 'fr'),
  );
  return territories.map((territory) => {
    const here = values.filter((value) => value.territory === territory).toSorted(byDay);
    const result = here.findLast(({ kind }) => kind === 'result') ?? null;
    const target = targetFor(here, result);
    const known = result !== null && target !== null && goal !== null;
    return { territory, result, target, reached: known ? isReached(result.value, goal, target.value) : null };
  });
}

function targetFor(here: readonly IndicatorValue[], result: IndicatorValue | null): IndicatorValue | null {
  const dated = here.filter(({ kind, period }) => kind === 'target' && period !== null);
  const since = result?.period?.on ?? '';
  const next = dated.find(({ period }) => (period?.on ?? '') >= since);
  return next ?? dated.at(-1) ?? here.find(({ kind, period }) => kind === 'target' && period === null) ?? null;
}

export function isReached(result: number, goal: Goal, target: number): boolean {
  switch (goal) {
    case 'at-least':
      return result >= target;
    case 'at-most':
      return result <= target;
    case 'exactly':
      return result === target;
  }
}

/** Oldest first; what has no date comes first. */
export function byDay(one: Pick<IndicatorValue, 'period'>, other: Pick<IndicatorValue, 'period'>): number {
  return (one.period?.on ?? '').localeCompare(other.period?.on ?? '');
}
