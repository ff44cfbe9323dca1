/**
 * A quantity written in a clause, typed so that it can be computed for a commune (target-here.ts).
 *
 * Units are in the names. Every target quotes the words it comes from; what those words do not
 * say (a baseline, a year) stays unsaid. Labels in French are src/ui/messages/targets.fr.ts.
 */
export type Target = TargetFigures & {
  /** Words of the clause, verbatim. */
  readonly quote: string;
};

export type TargetFigures =
  | { readonly kind: 'count'; readonly atLeast: number; readonly unit: CountedUnit }
  | { readonly kind: 'count-per-period'; readonly atLeast: number; readonly unit: CountedUnit; readonly period: Period }
  /** At least one unit for so many inhabitants. A `basin` may hold several communes that share it. */
  | {
      readonly kind: 'one-per-inhabitants';
      readonly inhabitants: number;
      readonly unit: CountedUnit;
      readonly within: 'commune' | 'basin';
    }
  | { readonly kind: 'at-most-one-per-inhabitants'; readonly inhabitants: number; readonly unit: CountedUnit }
  | {
      readonly kind: 'euros-per-inhabitant';
      readonly atLeastEuros: number;
      readonly period: Period;
      readonly subject: Subject;
    }
  /** So many square metres for so many inhabitants: not to be passed (`limit`), or already passed (`condition`). */
  | {
      readonly kind: 'area-per-inhabitants';
      readonly squareMetres: number;
      readonly inhabitants: number;
      readonly role: 'limit' | 'condition';
      readonly subject: Subject;
    }
  | {
      readonly kind: 'share';
      readonly percent: number;
      readonly bound: 'at-least' | 'equal';
      readonly subject: Subject;
      readonly when: When | null;
    }
  /** One of several percentages, by a rule on the size of the commune that the text does not give. */
  | { readonly kind: 'share-by-size'; readonly percents: readonly number[]; readonly subject: Subject }
  | { readonly kind: 'reduction'; readonly percent: number; readonly subject: Subject; readonly when: When }
  | {
      readonly kind: 'multiplication';
      readonly factor: number;
      readonly subject: Subject;
      readonly withinYears: number;
    }
  /** More every year, by an amount that the text does not give. */
  | { readonly kind: 'yearly-increase'; readonly subject: Subject }
  | { readonly kind: 'deadline'; readonly when: When; readonly subject: Subject }
  | { readonly kind: 'area-limit'; readonly atMostSquareMetres: number; readonly subject: Subject }
  | {
      readonly kind: 'size-limit';
      readonly atMostWidthCentimetres: number;
      readonly atMostHeightCentimetres: number;
      readonly subject: Subject;
    }
  | { readonly kind: 'speed-limit'; readonly kilometresPerHour: number }
  | { readonly kind: 'duration'; readonly fromYears: number; readonly toYears: number; readonly subject: Subject }
  /** The clause holds for those who spend more than this in a period. */
  | {
      readonly kind: 'spending-condition';
      readonly moreThanEuros: number;
      readonly period: Period;
      readonly subject: Subject;
    }
  /** None left at all. */
  | { readonly kind: 'zero'; readonly subject: Subject };

export const PERIODS = ['week', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** `by` its end, `in` the year itself, `from` its beginning on, `before` its beginning. */
export type When =
  | { readonly kind: 'by-year'; readonly year: number }
  | { readonly kind: 'in-year'; readonly year: number }
  | { readonly kind: 'from-year'; readonly year: number }
  | { readonly kind: 'before-year'; readonly year: number }
  | { readonly kind: 'during-mandate' }
  | { readonly kind: 'end-of-mandate' };

/** What is counted. A new unit needs its French words: the compiler asks for them. */
export const COUNTED_UNITS = [
  'public-toilet',
  'public-shower',
  'reuse-site',
  'advertising-panel',
  'vegetarian-meal',
  'ethically-funded-project',
  'action-marked-one-star',
  'action-marked-two-stars',
  'exemplary-building',
  'calmed-traffic-zone',
  'co-construction-scheme',
] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];

/** What a share, a sum, a limit or a date is about. */
export const SUBJECTS = [
  'public-purchases',
  'municipal-electricity-renewable',
  'municipal-heat-renewable',
  'municipal-energy-renewable',
  'municipal-energy-use',
  'organic-food',
  'land-artificialisation',
  'supermarket-shelf-area',
  'positive-energy-territory',
  'energy-poverty',
  'old-dwellings-renovated',
  'reference-document-for-building',
  'public-transport-budget-per-inhabitant',
  'public-transport-modal-share',
  'cycling-budget',
  'polluting-lorries-ban',
  'lorries-in-town',
  'lorries-ban',
  'waste-prevention-share-of-waste-budget',
  'bio-waste-sorting',
  'waste-pricing-preparation',
  'poster',
  'advertising-panel',
  'social-housing',
  'people-living-in-the-street',
] as const;
export type Subject = (typeof SUBJECTS)[number];
