/** Words of the thread: one promise in one place, from the charter to what is known of it today. */
import { dePlace } from './format.fr.ts';

export const STEP_CHARTER = 'La charte';
export const STEP_SIGNED = 'Signé';
export const STEP_LOCAL = 'Aussi promis';
export const STEP_PLANNED = 'Planifié';
export const STEP_DONE = 'Deux regards';
export const STEP_SILENT = 'Sans position';
export const OTHER_PROMISES = 'Autres promesses';
export const UNKNOWN = 'inconnu';
export const NOTHING_PROMISED = 'Rien de tel n’a été promis ici : il n’y a rien à évaluer.';
export const NOT_SIGNED = 'Aucun pacte publié ici ne parle de cette mesure.';
export const NO_ACTION = 'Aucune action d’un plan publié n’a été reliée à cette promesse.';
export const MAKE_ACTION = 'En faire une action du plan';
export const MAKE_ACTION_WHO = '(pour la mairie)';
export const SEE_CHARTER = 'Texte complet, niveaux et ce qu’on peut vérifier';

export function threadTitle(title: string, place: string): string {
  return `${title} – ${place}`;
}
export function measureStep(number: number): string {
  return `mesure ${number}`;
}
export function principleStep(letter: string): string {
  return `principe ${letter}`;
}
export function threadLede(promised: string | null, done: string): string {
  if (promised === null) return 'Rien n’a été promis ici sur cette mesure, à notre connaissance.';
  return `${promised}. ${done === '' ? '' : done}`.trim();
}
export function threadDescription(title: string, place: string): string {
  return `${place}, « ${title} » : ce que dit la charte, ce qui a été signé, planifié, et ce qu’on en sait.`;
}
export function silentLists(names: string): string {
  return `${names} : le pacte n’en dit rien.`;
}
export const NO_DATE = 'sans date écrite';
export const NO_NEWS = 'aucune nouvelle publiée';
export const endsOn = (day: string): string => `fin prévue le ${day}`;
export const calendarWritten = (words: string): string => `calendrier écrit : ${words.replace(/\.$/, '')}`;
export const newsOn = (day: string): string => `dernière nouvelle le ${day}`;
export const linkedOn = (day: string): string => `Reliée à cette promesse le ${day}.`;
export function blockedBy({ why, unblocks }: { readonly why: string; readonly unblocks: string }): string {
  const said = (words: string) => words.trim().replace(/\.+$/, '');
  return `Bloquée : ${said(why)}. Ce qui débloquerait : ${said(unblocks)}.`;
}
export const STEP_NEGOTIATED = 'Négocié';
export const SEE_TEXT = 'Le texte convenu et ses signatures';
export const STEP_HISTORY = 'Histoire';
export function allOf(place: string): string {
  return `Toutes les promesses ${dePlace(place)}`;
}
/** The files that hold these promises hold more: said before they are taken. */
export function filesOfPlace(place: string, measure: number): string {
  return `toutes les promesses ${dePlace(place)}, dont la mesure ${measure}`;
}
export function filesOfMeasure(measure: number): string {
  return `ce que disent tous les pactes publiés de la mesure ${measure}`;
}
export function previousMeasure(number: number): string {
  return `Mesure ${number}`;
}
export function related(measures: number): string {
  return measures < 2 ? 'mesure touchée' : 'mesures touchées';
}
export const PRINCIPLE_NOT_SIGNED = 'Aucun pacte publié ici ne parle de ce principe.';
export const LOCAL_STEP = 'engagement local';
export function localLede(name: string, done: string): string {
  return `Promis par ${name}, au-delà de la charte. ${done}`;
}
/** A title fits in a line of search results; cut between words. */
export function shortened(text: string): string {
  if (text.length <= 90) return text;
  return `${text.slice(0, 90).replace(/\s+\S*$/, '')}…`;
}
