/** Letters with open questions: the template, its form, and how it reads on paper. */
import { a, day, dePlace } from '../format.fr.ts';
import { theTownHall, voiceHere, type PlaceKind } from '../town-hall.fr.ts';

export const FROM = 'De';
export const TO = 'À';
export const SUBJECT = 'Objet';
export const OUR_QUESTIONS = 'Nos questions';
export const SHOWN_AT = 'Cette lettre, ses questions et votre réponse sont montrées à cette adresse : ';
export function placeAndDay(place: string, on: string | null): string {
  return on === null ? `${place}, le …` : `${place}, le ${day(on)}`;
}
export function letterFooter(collective: string, place: string): string {
  return `${collective} · suivi du pacte ${dePlace(place)}`;
}

/** What the form proposes; every word of it may be changed. */
export function letterTemplate(given: {
  readonly kind: PlaceKind;
  readonly place: string;
  readonly collective: string;
  readonly signedOn: string | null;
}): {
  readonly addressee: string;
  readonly subject: string;
  readonly opening: string;
  readonly closing: string;
  readonly signedBy: string;
} {
  const signed = given.signedOn === null ? 'Un pacte a été signé' : `Le ${day(given.signedOn)}, un pacte a été signé`;
  return {
    addressee: given.kind === 'grouping' ? `Présidence ${dePlace(given.place)}` : `Mairie ${dePlace(given.place)}`,
    subject: `Suivi du pacte ${dePlace(given.place)} : nos questions`,
    opening: `Madame, Monsieur,\n\n${signed} ${a(given.place)}. Notre collectif en suit les engagements, et rend compte de ce qu’il trouve comme de ce qu’il ne trouve pas.\n\nSur les points qui suivent, nous n’avons pas trouvé de réponse.`,
    closing:
      'Une réponse écrite, même courte, nous permettra de dire juste. Votre réponse sera montrée à côté de nos questions, dans vos mots.\n\nNous restons à votre disposition pour en parler de vive voix.',
    signedBy: `Pour ${given.collective}`,
  };
}

export const NEW_LETTER = 'Écrire une lettre';
export const LETTER = 'Lettre';
export const LETTER_LEDE =
  'Partez du modèle, choisissez les questions, changez ce que vous voulez. Vous l’imprimez ou la copiez ; le site ne l’envoie pas à votre place.';
export const ADDRESSEE_LABEL = 'À qui';
export const SUBJECT_LABEL = 'Objet';
export const OPENING_LABEL = 'Début de la lettre';
export const QUESTIONS_LABEL = 'Questions';
export const NO_OPEN_QUESTION = 'Aucune question ouverte : posez-les d’abord dans l’espace de suivi, ou écrivez sans.';
export const CLOSING_LABEL = 'Fin de la lettre';
export const SIGNED_BY_LABEL = 'Qui signe';
export const SAVE_LETTER = 'Enregistrer la lettre';
export const TAKE_LETTER = 'Télécharger la lettre pour l’imprimer ou la copier';
export const RECORD_SENDING = 'Noter l’envoi';
export function recordNote(place: PlaceKind): string {
  return `À partir de ce jour, la lettre ne change plus et les jours sans réponse sont comptés. ${voiceHere('town-hall', place)} est prévenue si elle a un compte ici.`;
}
export const SENT_ON_LABEL = 'Partie le';
export const MEANS_LABEL = 'Comment';
export const REPLY_DAYS_LABEL = 'Réponse demandée sous combien de jours';
export const REPLY_DAYS_HINT = 'Laissez vide si vous ne fixez pas de délai. Trente jours est courant.';
export const LETTER_PUBLIC_LABEL = 'Montrer la lettre et ses questions à tout le monde';
export const LETTER_PUBLIC_HINT = 'La signature est montrée avec la lettre. Décochez pour la garder au collectif.';
export const THROW_AWAY = 'Jeter ce brouillon';
export function sentLine(on: string): string {
  return `Lettre partie le ${day(on)}. Elle ne change plus.`;
}
export const RECORD_REPLY = 'Noter la réponse reçue';
export function letterPageTitle(subject: string, place: string): string {
  return `${subject} – lettre du collectif ${dePlace(place)}`;
}
export function letterDescription(place: PlaceKind): string {
  return `Une lettre du collectif à ${theTownHall(place)}, ses questions, et ce qu’elle est devenue.`;
}
export const NO_REPLY_HERE = 'Aucune réponse n’est notée ici.';
export const REPLIES = 'Réponses';
export const SIGNED = 'Signée';
