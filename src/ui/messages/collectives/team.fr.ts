/** Words of the national team's pages about collectives. */
import { count, dayOf } from '../format.fr.ts';

export const TO_HELP_TITLE = 'Collectifs à confirmer ou à aider';
export const TO_HELP_LEDE = 'Collectifs demandés, coordinations contestées, collectifs que personne ne coordonne.';
export const NOTHING_TO_HELP = 'Rien n’attend.';
export const REQUESTED = 'À confirmer';
export const CONFIRM = 'Confirmer';
export const DECLINE = 'Ne pas confirmer';
export const DECLINE_REASON = 'Raison, que les membres liront';
export const CONFLICTS = 'Coordinations contestées';
export const REMOVE_COORDINATION = 'Elle ou il ne coordonne plus';
export const KEEP_COORDINATION = 'Rien ne change';
export const NOBODY = 'Sans coordination';
export const NAME_ONE = 'Confier la coordination à';
export const NAME_SUBMIT = 'Confier';
export const NO_MEMBER =
  'Plus aucun membre : il sera en sommeil au bout d’un an sans acte, puis un voisin pourra s’en occuper.';
export const ADD_PLACE = 'Ajouter une commune à un collectif';
export const PLACE_CODE = 'Code INSEE de la commune';
export const COLLECTIVE_NUMBER = 'Numéro du collectif (dans son adresse)';
export const ADD = 'Ajouter';
export const UNREADABLE = 'Écrivez un numéro de collectif et un code INSEE à cinq caractères.';

export const ASLEEP_TITLE = 'Collectifs en sommeil';
export const ASLEEP_LEDE =
  'Rien ne s’y est passé depuis un an. Un collectif voisin peut s’en occuper : pactes, négociations et agenda restent à leur place.';
export const NONE_ASLEEP = 'Aucun collectif n’est en sommeil.';
export const NEIGHBOURS = 'Collectif voisin';
export const NO_NEIGHBOUR = 'Aucun collectif actif et coordonné dans le même département.';
export const TAKEOVER_MESSAGE = 'Quelques mots pour sa coordination';
export const PROPOSE = 'Proposer la reprise';
export const DONE = 'C’est fait.';
export const TEAM = 'Équipe nationale';

export function requestedLine(at: Date, places: readonly string[]): string {
  return `demandé le ${dayOf(at)} pour ${places.join(', ')}`;
}
export function asleepLine(since: Date, members: number, places: readonly string[]): string {
  return `${places.join(', ')} · en sommeil depuis le ${dayOf(since)} · ${count(members, 'membre', 'membres')}`;
}
export function askedLine(names: readonly string[]): string {
  return `Déjà proposé, sans réponse : ${names.join(', ')}.`;
}
export function neighbourLine(neighbour: {
  name: string;
  members: number;
  sameGrouping: boolean;
  places: readonly { name: string }[];
}): string {
  const where = neighbour.places.map(({ name }) => name).join(', ');
  const near = neighbour.sameGrouping ? 'même intercommunalité' : 'même département';
  return `${neighbour.name} (${where}) – ${count(neighbour.members, 'membre', 'membres')}, ${near}`;
}
export function othersHere(names: readonly string[]): string {
  return `Il y a déjà ici : ${names.join(', ')}.`;
}
export function askedBy(name: string, onLists: readonly string[]): string {
  return onLists.length === 0 ? name : `${name} (un nom semblable figure sur ${onLists.join(', ')})`;
}
export function contestedLine(asker: string, person: string, reason: string): string {
  return `${asker} demande que ${person} ne coordonne plus : « ${reason} »`;
}
