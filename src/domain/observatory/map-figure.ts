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

/** Null: nothing can be said, there is nothing to be a part of. */
export function valueOf({ part, whole }: MapValue): number | null {
  if (whole === null) return part;
  return whole === 0 ? null : part / whole;
}
