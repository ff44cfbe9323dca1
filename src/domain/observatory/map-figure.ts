/** What a map of the départements tells: a part of something, since large départements would always win a count. */
export type MapFigure =
  /** Communes that signed, of all communes. */
  | { readonly kind: 'signed' }
  /** Pacts; a count, out of nothing. */
  | { readonly kind: 'pacts' }
  /** Communes of which a voice said something, of those that signed. */
  | { readonly kind: 'assessed' }
  /** Pacts that promise the measure, wholly or in part, of all pacts. */
  | { readonly kind: 'measure'; readonly measure: number };

export type MapFigureKind = MapFigure['kind'];
export const MAP_FIGURES = ['signed', 'pacts', 'assessed', 'measure'] as const satisfies readonly MapFigureKind[];

/** What one département says: `whole` null for a count. */
export type MapValue = { readonly part: number; readonly whole: number | null };

/**
 * What is said of a département and what it is classed by, so that two that say the same stand in one class: a count, or a share to
 * the thousandth, never rounded to none or to all. Null: nothing can be said, there is nothing to be a part of.
 */
export function valueOf({ part, whole }: MapValue): number | null {
  if (whole === null) return part;
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part / whole;
  return Math.min(999, Math.max(1, Math.round((part / whole) * 1000))) / 1000;
}

/** Out of fewer, a share says more of chance than of a département: it stands in no class. */
export const FEWEST_COMPARED = 10;

/** Something to be a part of, and too little of it to compare. */
export function isOfFew({ whole }: MapValue): boolean {
  return whole !== null && whole > 0 && whole < FEWEST_COMPARED;
}
