/** The committee's own space: its forms. */
import type { DecisionState } from '#domain/committee/decision-state.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { count, dayOf, dePlace } from '../format.fr.ts';
import { DECISION_STATE } from './committee.fr.ts';
import { theTownHall, voiceHere, type PlaceKind } from '../town-hall.fr.ts';

export function spaceTitle(place: string): string {
  return `Espace du comité de suivi ${dePlace(place)}`;
}
export const SPACE_DESCRIPTION = 'Espace réservé à qui siège au comité de suivi.';
export const PUBLIC_PAGE = 'Page publique du comité';
export const SAVED: Readonly<Record<string, string>> = {
  propose: 'La proposition est partie : l’autre partie est prévenue.',
  accepte: 'Le comité existe. Nommez qui siège, puis fixez une première séance.',
  clos: 'Le comité est clos.',
  nomme: 'C’est noté.',
  retire: 'Cette personne ne siège plus.',
  quitte: 'Vous avez quitté le comité.',
  seance: 'La séance est enregistrée, et tout le monde est prévenu.',
  annulee: 'La séance est annulée, et tout le monde est prévenu.',
  point: 'L’ordre du jour est à jour.',
  question: 'La question est posée.',
  ecrit: 'Le compte rendu est enregistré. Chaque partie doit l’approuver.',
  approuve: 'Votre côté approuve ce texte. Il sera public quand l’autre l’approuvera aussi.',
  decision: 'L’état de la décision est enregistré, à ce jour et au nom de votre côté.',
  public: 'Les deux parties ont approuvé : le compte rendu est public.',
};
export const NOT_ACCEPTED = 'Ce n’est pas enregistré';

export const PROPOSE = 'Proposer un comité de suivi';
export const PROPOSE_NOTE =
  'L’autre partie est prévenue par mail. La page publique dit le jour de la proposition, et depuis combien de jours elle attend une réponse.';
export const WORDS_LABEL = 'Un mot à l’autre partie';
export const WORDS_HINT = 'Facultatif. Vu par les deux parties seulement.';
export const WITH_COLLECTIVE = 'Avec quel collectif';
export const PROPOSE_BUTTON = 'Proposer';
export const ACCEPT = 'Accepter le comité';
export function theirWords(by: Voice, place: PlaceKind): string {
  return `${voiceHere(by, place)} écrit`;
}
export const YOURS_WAITS = 'Votre proposition attend la réponse de l’autre partie.';
export const CLOSE = 'Mettre fin au comité';
export const CLOSE_NOTE = 'La raison est publique. Les comptes rendus approuvés le restent.';
export const REASON_LABEL = 'Raison';

export const NAME_MEMBER = 'Nommer quelqu’un';
export const NAME_NOTE =
  'Un nom suffit. Avec une adresse, la personne reçoit un lien, choisit si son nom est public, et voit l’espace du comité. L’adresse est effacée dès que le lien a servi ou expiré.';
export const QUALITY_LABEL = 'À quel titre';
export const NAME_LABEL = 'Nom';
export const ORGANISATION_LABEL = 'Service, association (facultatif)';
export const EMAIL_LABEL = 'Adresse électronique (facultatif)';
export const NAME_BUTTON = 'Nommer';
export const REMOVE = 'Retirer';
export const LEAVE = 'Quitter le comité';
export const LEAVE_NOTE = 'Vous ne verrez plus cet espace. Ce que vous y avez dit reste.';
export function invitedLine(until: Date): string {
  return `lien envoyé, valable jusqu’au ${dayOf(until)}`;
}
export const HERE_LINE = 'a un compte';

export const CALL = 'Fixer une séance';
export const CALL_NOTE = 'Une séance passée peut aussi être notée, pour en garder le compte rendu.';
export const DAY_LABEL = 'Jour';
export const FROM_LABEL = 'De';
export const TO_LABEL = 'À';
export const LOCATION_LABEL = 'Lieu';
export const OPEN_LABEL = 'Ouverte à toutes et tous';
export const OPEN_HINT = 'Le jour, l’heure et le lieu sont alors publics. Sinon, seul le jour l’est.';
export const CALL_BUTTON = 'Fixer la séance';
export const CHANGE_MEETING = 'Changer la séance';
export const CANCEL_MEETING = 'Annuler la séance';
export const BAD_TIME = 'Choisissez un jour et deux heures.';

export const ADD_ITEM = 'Proposer un point';
export const ITEM_LABEL = 'Point à l’ordre du jour';
export const ABOUT_LABEL = 'Sur quel engagement';
export const ABOUT_NOTHING = 'sur l’ensemble';
export const ADD_BUTTON = 'Ajouter';
export const TAKE_OFF = 'Retirer du jour';

export const WRITE_MINUTES = 'Écrire le compte rendu';
export const WRITE_NOTE =
  'Les deux parties écrivent dans le même texte. Il reste au comité tant que l’une des deux ne l’a pas approuvé. Changer un mot efface les accords déjà donnés.';
export const TEXT_LABEL = 'Ce qui s’est dit';
export const PRESENT_LABEL = 'Qui était là';
export const PRESENT_HINT = 'Ce texte deviendra public : pas le nom d’une personne qui ne le veut pas.';
export const DECISION_LABEL = 'Décision';
export const ABOUT_PROMISES = 'Engagements concernés';
export const ABOUT_PROMISES_HINT = 'Autant que la décision en concerne : elle sera montrée sur la page de chacun.';
export const DUE_LABEL = 'Pour quand';
export const WHO_LABEL = 'Qui s’en charge';
export function decisionRow(row: number): string {
  return `Décision ${row}`;
}
export const DECISIONS_HINT = 'Laissez vides les lignes qui ne servent pas ; enregistrez pour en avoir d’autres.';
export const SAVE_MINUTES = 'Enregistrer le compte rendu';
export const AGREE = 'Approuver ce texte';
export function agreeNote(said: 'nobody' | Voice | 'you', place: PlaceKind): string {
  if (said === 'nobody') return 'Personne ne l’a encore approuvé.';
  if (said === 'you') return 'Votre côté a approuvé ce texte.';
  return `${voiceHere(said, place)} approuve ce texte ; il attend ${said === 'collective' ? theTownHall(place) : 'le collectif'}.`;
}
export function markAs(state: DecisionState): string {
  return `Marquer « ${DECISION_STATE[state]} »`;
}
export const PRIVATE_MINUTES = 'Privé : ce compte rendu n’est vu que par qui siège au comité.';
export const STANDS_NOW = 'Ce qui est enregistré maintenant';
export const TO_PRINT = 'Dossier de cette séance';
export const ASK = 'Poser une question au nom du comité';
export const ASK_NOTE = 'Elle reste ouverte jusqu’à sa réponse, et peut partir dans une lettre.';
export const ASK_LABEL = 'Question';
export const ASK_PUBLIC = 'Montrer la question à tout le monde';
export function openQuestions(number: number): string {
  return count(number, 'question ouverte', 'questions ouvertes');
}

export const SEAT_TITLE = 'Siéger au comité de suivi';
export function seatLede(place: string): string {
  return `Vous êtes invité·e au comité de suivi du pacte ${dePlace(place)}.`;
}
export const SEAT_NAME_LABEL = 'Votre nom, tel que les autres membres le verront';
export const SEAT_PUBLIC_LABEL = 'Montrer mon nom sur la page publique du comité';
export const SEAT_PUBLIC_ELECTED = 'Vous siégez comme élu·e : votre nom est public avec votre mandat.';
export const SEAT_BUTTON = 'Siéger au comité';
