/**
 * How the side across from the collective is called: a commune has a « mairie », a grouping has none. Both words are
 * feminine, so that each sentence is written once.
 */
export type PlaceKind = 'municipality' | 'grouping';

export function theTownHall(place: PlaceKind): string {
  return place === 'grouping' ? 'l’intercommunalité' : 'la mairie';
}
export function ofTheTownHall(place: PlaceKind): string {
  return `de ${theTownHall(place)}`;
}
