/** Who signs or plans: a municipality by its INSEE code, or a grouping (EPCI, EPT) by its SIREN. */
export type PlaceCode =
  { readonly kind: 'municipality'; readonly code: string } | { readonly kind: 'grouping'; readonly siren: string };
