/** Why an act on events, questions or letters was refused, and what to do next. One sentence per kind: the compiler asks for each. */
import type { CannotAnswer, CannotAsk } from '#use-cases/events/ask-question.ts';
import type { CannotSend } from '#use-cases/events/send-letter.ts';
import type { CannotWriteEvent } from '#use-cases/events/write-event.ts';
import { figure } from '../format.fr.ts';

export type EventRefusal = CannotWriteEvent | CannotAsk | CannotAnswer | CannotSend;

export function sayEventRefusal(refusal: EventRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Vous ne pouvez pas faire cela ici : chaque partie parle pour elle-même.';
    case 'unknown-place':
      return 'Nous ne trouvons pas cette commune.';
    case 'unknown-committee':
      return 'Ce comité n’existe pas.';
    case 'no-pact-here':
      return 'Aucun pacte n’est publié ici : il n’y a pas encore de promesse à suivre.';
    case 'text-missing':
      return `${field(refusal.field)} : écrivez quelque chose.`;
    case 'text-too-long':
      return `${field(refusal.field)} : ${figure(refusal.most)} caractères au plus.`;
    case 'not-a-day':
      return 'Choisissez un jour.';
    case 'day-to-come':
      return 'Ce jour n’est pas encore passé : on note ce qui a eu lieu.';
    case 'day-too-old':
      return 'Vérifiez l’année : ce jour est trop ancien.';
    case 'unknown-commitment':
      return 'Cet engagement n’est pas dans un pacte d’ici. Choisissez-le dans la liste.';
    case 'too-many-commitments':
      return `${figure(refusal.most)} engagements au plus.`;
    case 'unknown-event':
      return 'Cet événement n’existe pas.';
    case 'event-changed':
      return 'Quelqu’un a corrigé cet événement pendant ce temps. Ses mots sont gardés ; les vôtres sont dans le formulaire : comparez, puis enregistrez à nouveau.';
    case 'event-public-already':
      return 'Cet événement est public : il ne devient pas privé. Retirez-le en disant pourquoi.';
    case 'sent-letter-fixed':
      return 'Cette lettre est partie : son jour, son objet et ses engagements ne changent plus. Retirez-la en disant pourquoi si elle est fausse.';
    case 'event-withdrawn':
      return 'Cet événement est retiré : il ne change plus.';
    case 'unknown-letter':
      return 'Cette lettre n’existe pas.';
    case 'reply-before-letter':
      return 'La réponse ne peut pas être plus ancienne que la lettre.';
    case 'too-many-open-questions':
      return `${figure(refusal.most)} de vos questions attendent déjà une réponse. Retirez celles qui ne servent plus.`;
    case 'unknown-question':
      return 'Cette question n’existe pas.';
    case 'question-closed':
      return 'Une question a reçu sa réponse, ou a été retirée, pendant ce temps. Rechargez la page pour voir celles qui restent.';
    case 'letter-changed':
      return 'Quelqu’un a changé cette lettre pendant ce temps. Relisez-la, puis recommencez : vos mots sont dans le formulaire.';
    case 'letter-sent-already':
      return 'Cette lettre est partie : elle ne change plus.';
    case 'no-means':
      return 'Dites comment la lettre est partie.';
    case 'bad-reply-days':
      return `Le délai de réponse va de 1 à ${figure(refusal.most)} jours. Laissez vide si vous n’en demandez pas.`;
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Titre',
  words: 'Texte',
  who: 'Avec qui',
  whoPrivate: 'Autres personnes',
  reason: 'Raison',
  answer: 'Réponse',
  addressee: 'Destinataire',
  subject: 'Objet',
  opening: 'Début de la lettre',
  closing: 'Fin de la lettre',
  signedBy: 'Signature',
};

function field(name: string): string {
  return FIELDS[name] ?? 'Champ';
}

/** 403 for whom the rules stop, 404 for what is not there, 409 for what changed meanwhile. */
export function statusOf(refusal: { readonly kind: string }): 400 | 403 | 404 | 409 {
  return STATUS[refusal.kind] ?? 400;
}

const STATUS: Readonly<Record<string, 403 | 404 | 409>> = {
  'not-allowed': 403,
  'unknown-event': 404,
  'unknown-letter': 404,
  'unknown-question': 404,
  'unknown-committee': 404,
  'event-changed': 409,
  'event-withdrawn': 409,
  'event-public-already': 409,
  'sent-letter-fixed': 409,
  'question-closed': 409,
  'letter-changed': 409,
  'letter-sent-already': 409,
};
