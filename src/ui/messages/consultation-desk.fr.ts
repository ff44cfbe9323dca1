/** The desk of consultations: of the national team, and of a collective for its local edition. */
import { count, dayOf, figure, momentOf } from './format.fr.ts';

export const DESK_TITLE = 'Consultations : annoncer, modérer, répondre';
export const DESK_DESCRIPTION = 'Les consultations de l’équipe nationale.';
export const LOCAL_DESK_DESCRIPTION = 'Les consultations de votre collectif sur son édition locale.';
export const DESK = 'Consultations';
export const NO_DRAFT = 'Aucun projet d’édition n’est en cours dans l’atelier : commencez par là.';
export const ANNOUNCE = 'Annoncer une consultation';
export const DRAFT = 'Projet d’édition';
export const OLDER_DRAFTS = 'Choisir parmi des projets plus anciens';
export const TITLE = 'Titre';
export const WORDS = 'Ce qui est demandé';
export const OPENS = 'Premier jour';
export const CLOSES = 'Dernier jour (close à minuit, heure de Paris)';
export const ANNOUNCE_NOTE =
  'Les mots du projet sont gardés tels qu’ils sont à l’annonce : c’est d’eux qu’on parlera. Ni la question ni les jours ne changent après l’ouverture.';
export const LOCAL_NOTE =
  'Votre collectif consulte sur sa propre édition, par les mêmes règles que l’équipe nationale, qui modère aussi : chaque proposition reçoit une réponse, ce qu’on masque ou retire a une raison publique, et le décompte se refait de la même façon.';
export const CONSULT = 'Consulter les habitantes et les habitants sur ce projet';
export const PUBLIC_AT_ONCE =
  'Une consultation est annoncée sur ce projet : ce que vous enregistrez ici devient public aussitôt, à côté des mots soumis à la consultation.';
export const STATE_CONSULTED =
  'En cours d’écriture, et soumise à une consultation : ce que vous enregistrez dans une mesure devient public aussitôt, à côté des mots consultés.';
export const PUBLIC_AT_ONCE_WHERE = 'Ce que tout le monde voit';
export const REPORTED = 'Contributions signalées';
export const LEFT = 'La contribution reste en place.';
export const ANNOUNCE_SEND = 'Annoncer';
export const CHANGE = 'Changer avant l’ouverture';
export const CHANGE_NOTE = 'Les mots du projet sont repris tels qu’ils sont maintenant.';
export const CHANGE_SEND = 'Enregistrer';
export const CHANGED = 'C’est enregistré.';
export const CANCEL = 'Annuler la consultation';
export const CANCEL_NOTE =
  'Les votes sont effacés, rien n’est compté ; ce qui a été écrit reste lisible. La raison est publique.';
export const REASON = 'Raison, publique';
export const COUNT = 'Compter maintenant';
export const COUNT_NOTE =
  'Regardez d’abord les afflux : après le décompte, plus rien ne relie un vote à une adresse, et rien ne peut plus être retiré. Sans vous, le décompte se fait trois jours après la clôture.';
export const COUNTED = 'C’est compté.';
export const BURSTS = 'Afflux';
export const BURSTS_NOTE =
  'Dix adresses ou plus d’un même domaine en moins d’une heure, vingt en un jour, ou cinquante en tout (chez un fournisseur ouvert à tout le monde : deux cents en une heure, mille cinq cents en un jour). Ce peut être une mairie un jour de marché, ou une seule personne : vous seul·es pouvez le dire. Sans décision, ces votes comptent et sont dits à part.';
export const NO_BURST = 'Aucun afflux.';
export const WITHDRAW = 'Retirer ces votes';
export const WITHDRAWN =
  'Ces votes sont retirés, et ce que ces adresses ont écrit est masqué ; la raison est publique.';
export const TO_ANSWER = 'À répondre';
export const THEY_ANSWER = 'Ce qui attend leur réponse';
export const MODERATED =
  'Cette consultation porte sur l’édition locale d’un collectif : c’est sa coordination qui l’annonce, y répond et la compte. L’équipe nationale modère, et peut l’annuler.';
export const NOTHING_TO_ANSWER = 'Chaque proposition a sa réponse.';
export const NOTHING_PROPOSED = 'Personne n’a rien proposé : il n’y a rien à répondre.';
export const ANSWER = 'Réponse';
export const ANSWER_WORDS_LABEL = 'Vos mots, publics';
export const ANSWER_MEASURE = 'Mesure du projet que cela change';
export const NO_MEASURE = 'Aucune';
export const ANSWER_SEND = 'Répondre';
export const ANSWERED = 'La réponse est publiée.';
export const ANSWER_AGAIN = 'Changer la réponse';
export const HIDE = 'Masquer cette contribution';
export const HIDE_NOTE = 'Ses mots sont remplacés par la raison, pour tout le monde sauf qui l’a écrite.';
export const HIDDEN = 'La contribution est masquée.';
export const SHOW = 'Montrer à nouveau cette contribution';
export const SHOW_NOTE =
  'Ses mots redeviennent lisibles par tout le monde. La raison reste au journal, et est dite à qui l’a écrite si son adresse n’est pas encore effacée.';
export const SHOW_REASON = 'Raison';
export const SHOWN = 'La contribution est de nouveau visible.';
export const PUBLIC_PAGE = 'La page publique';
export const REPORTS_TITLE = 'Consultations';
export const REPORTS_NOTE = 'Une contribution signalée reste visible tant que vous n’avez pas décidé.';
export const LEAVE = 'Laisser en place';
export const NO_REPORT = 'Aucun signalement.';

export function deskWaiting(unanswered: number): string {
  return unanswered === 0
    ? 'aucune proposition sans réponse'
    : count(unanswered, 'proposition sans réponse', 'propositions sans réponse');
}

export function burstLine({
  domain,
  from,
  participations,
}: {
  readonly domain: string;
  readonly from: Date;
  readonly participations: number;
}): string {
  return `${domain} : ${figure(participations)} adresses, à partir du ${momentOf(from)}`;
}

export const reportedLine = (at: Date): string => `Signalement du ${dayOf(at)}`;
