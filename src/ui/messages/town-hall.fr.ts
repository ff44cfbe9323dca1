import type { Voice } from '#domain/follow-up/assessment.ts';

/**
 * How the side across from the collective is called: a commune has a « mairie », a grouping has none. Both words are
 * feminine, so that each sentence is written once.
 */
export type PlaceKind = 'municipality' | 'grouping';

export function theTownHall(place: PlaceKind): string {
  return place === 'grouping' ? 'l’intercommunalité' : 'la mairie';
}
/** At the beginning of a sentence. */
export function voiceHere(voice: Voice, place: PlaceKind): string {
  return voice === 'collective' ? 'Le collectif' : theTownHall(place).replace(/^l/, 'L');
}
export function ofTheTownHall(place: PlaceKind): string {
  return `de ${theTownHall(place)}`;
}
