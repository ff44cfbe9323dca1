/** The space where a side keeps its follow-up: its forms and what they ask. */
import { count, dayOf, dePlace } from '../format.fr.ts';
import { theTownHall, type PlaceKind } from '../town-hall.fr.ts';
import { theList } from './events.fr.ts';

export function spaceTitle(place: string): string {
  return `Tenir le suivi ${dePlace(place)}`;
}
export function spaceDescription(place: PlaceKind): string {
  return `Espace réservé au collectif et à ${theTownHall(place)}.`;
}
export function speakingLine({
  collective,
  list,
  place,
}: {
  readonly collective: string | null;
  readonly list: string | null;
  readonly place: { readonly kind: PlaceKind };
}): string {
  if (collective !== null) return `Vous parlez pour le collectif ${collective}.`;
  return `Vous parlez pour ${list === null ? theTownHall(place.kind) : theList(list)}.`;
}
export const SPACE_NOTE =
  'Ce que vous notez porte votre nom de partie et la date. Vous pouvez le corriger ou le retirer ; l’autre partie, non.';
export const PUBLIC_PAGE = 'Page publique du suivi';
export const SAVED: Readonly<Record<string, string>> = {
  evenement: 'C’est noté.',
  question: 'La question est posée.',
  reponse: 'La réponse est notée.',
  retiree: 'La question est retirée.',
  lettre: 'La lettre est enregistrée.',
  jetee: 'Le brouillon est jeté.',
  envoyee: 'L’envoi est noté : les jours sans réponse se comptent à partir de là.',
};
export const NOT_ACCEPTED = 'Ce n’est pas enregistré';

export const NEW_MEETING = 'Noter une réunion';
export const NEW_REPLY = 'Noter une réponse';
export const CHANGE_EVENT = 'Corriger';
export const EVENT_OF_SIDE = 'Ce que votre côté a noté';
export const NOTHING_YET = 'Rien encore.';
export const LETTERS = 'Lettres';
export const LETTER_DRAFT = 'brouillon';
export function draftLine(changedAt: Date): string {
  return `brouillon du ${dayOf(changedAt)}`;
}
export const LETTER_SENT = 'envoyée';
export const ANSWER_LETTER = 'Y répondre';
export const LETTERS_TO_ANSWER = 'Lettres reçues';

export const DAY_LABEL = 'Quel jour';
export const TITLE_LABEL = 'En quelques mots';
export const WHO_LABEL = 'Avec qui : élu·es, services, associations';
export const WHO_HINT = 'Montré avec l’événement. Pas le nom d’une personne privée.';
export const WHO_PRIVATE_LABEL = 'Autres personnes présentes';
export const WHO_PRIVATE_HINT = 'Jamais public : vu de votre côté seulement.';
export const WORDS_LABEL = 'Ce qui s’est dit';
export const OTHER_PROMISES = 'Ajouter d’autres engagements';
export const PROMISES_LABEL = 'Quels engagements sont concernés';
export const PROMISES_HINT = 'L’événement sera montré sur la page de chacun.';
export const PUBLIC_LABEL = 'Montrer à tout le monde';
export const PUBLIC_HINT = 'Sinon, seul votre côté le voit.';
export const SAVE = 'Enregistrer';
export const WITHDRAW = 'Retirer';
export const WITHDRAW_NOTE = 'L’événement reste avec son jour et cette raison ; ses mots ne sont plus montrés.';
export const REASON_LABEL = 'Raison';
export function replyTitle(letter: string): string {
  return `Réponse à « ${letter} »`;
}

export const ASK = 'Poser une question';
export const ASK_NOTE =
  'Une question claire, sur un point que vous n’avez pas pu vérifier. Elle pourra partir dans une lettre.';
export const QUESTION_LABEL = 'Votre question';
export const ABOUT_LABEL = 'Sur quel engagement';
export const ABOUT_NOTHING = 'sur l’ensemble';
export const ASK_BUTTON = 'Poser la question';
export const ANSWER_LABEL = 'La réponse';
export const ANSWER_BUTTON = 'Noter la réponse';
export const DROP = 'Retirer la question';
export function questionsToAnswer(number: number): string {
  return count(number, 'question ouverte', 'questions ouvertes');
}

export const FIXED_LETTER =
  'Le jour, l’objet et les engagements sont ceux de la lettre envoyée : ils ne changent plus.';
export const FIXED_PUBLIC =
  'Tout le monde le voit déjà : ce qui était écrit avant reste lisible sous la correction. Pour ne plus le montrer, retirez-le plus bas, avec une raison.';
export const STANDS_NOW = 'Ce qui est enregistré maintenant';
