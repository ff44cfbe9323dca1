/** Who signs or plans: a municipality by its INSEE code, or a grouping (EPCI, EPT) by its SIREN. */
export type PlaceCode =
  { readonly kind: 'municipality'; readonly code: string } | { readonly kind: 'grouping'; readonly siren: string };

/** One code for both, as files, addresses and the journal write it: INSEE or SIREN. */
export function codeOf(place: PlaceCode): string {
  return place.kind === 'municipality' ? place.code : place.siren;
}
