/** A quantity written in a clause, typed so that it can be computed for a commune. */
export type Target = { readonly kind: 'count'; readonly atLeast: number; readonly unit: string };
