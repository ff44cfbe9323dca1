/** The pages of lists: all those of a commune, and one. */
import { count, de, dePlace } from './format.fr.ts';

export function listsDescription(placeName: string, known: number): string {
  return known === 0
    ? `Les listes aux élections municipales ${dePlace(placeName)} : aucune n’est encore connue ici.`
    : `${count(known, 'liste', 'listes')} aux élections municipales ${dePlace(placeName)} : têtes de liste, résultats, pactes signés.`;
}
export function listsLede(placeName: string, known: number): string {
  return known === 0
    ? `Aucune liste ${dePlace(placeName)} n’est encore enregistrée.`
    : `${count(known, 'liste connue', 'listes connues')}, de la plus récente élection à la plus ancienne.`;
}
/** After the title of a pact. */
export const SAME_NAME = ' (même nom de liste, à confirmer)';
export const ALL_LISTS = 'Toutes les listes';

export const ROUNDS = 'Tour par tour';
export const ROUND = 'Tour';
export const PANEL = 'Panneau';
export const VOTES = 'Voix';
export const UNKNOWN = 'inconnu';
export const BECAME = 'Ce qu’elle est devenue';
export const COMES_FROM = 'Elle réunit';
export const SOURCE = 'Source';

/** `parts`: how many lists came together. */
export function boundHeading(parts: number): string {
  return `Une liste, ${parts === 2 ? 'deux' : String(parts)} origines : qui est lié par quoi`;
}
export const BOUND_LEDE =
  'Fusionner n’étend pas une promesse : un pacte lie les personnes de la liste qui l’a signé, et elles seules, jusqu’à ce que la liste réunie signe à son tour.';
export function fromList(name: string): string {
  return `Les personnes venues ${de(`« ${name} »`)}`;
}
export const BOUND_BY = 'sont liées par';
export const NOT_BOUND = 'n’ont rien signé que nous connaissions';
export const WHOLE = 'Toute la liste réunie';
export const WHOLE_NOT = 'n’a rien signé que nous connaissions depuis la fusion';

export const REPRESENTATIVES = 'Qui peut répondre pour elle';
export function representatives(people: number): string {
  return people === 0
    ? 'Personne n’est encore confirmé pour répondre ici au nom de cette liste.'
    : `${count(people, 'personne est confirmée', 'personnes sont confirmées')} pour répondre ici au nom de cette liste.`;
}
export const HOW_CONFIRMED =
  'On le devient par un code envoyé à l’adresse publique de la liste, ou confirmé par une personne qui la représente déjà, ou par l’équipe nationale. Personne ne l’est pour avoir demandé en premier.';
export const ASK = 'Demander à représenter cette liste';
export const OPPOSITION_BOUND = 'Une liste d’opposition reste tenue par ce qu’elle a signé.';

export const TOWN_HALL = 'Vous travaillez pour cette mairie, ou y êtes élu·e ?';
export const ASK_TOWN_HALL = 'Demander à agir pour cette mairie';
export const COORDINATION = 'Vous coordonnez un collectif d’ici ?';
export const ENTER = 'Saisir une liste';
export const COLLECTIVE = 'Vous êtes membre d’un collectif d’ici ?';
export const NEGOTIATE = 'Ouvrir une négociation avec cette liste';
export const CHANGE = 'Modifier cette liste';
export const CHANGE_WHO = '(équipe nationale, ou collectif qui l’a saisie)';
