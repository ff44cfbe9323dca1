/** Mails of consultations. */
import type { ConsultationMail } from '#use-cases/consultation/consultation-mails.ts';
import { ANSWER_WORDS } from '../consultation-words.fr.ts';
import type { MailWords } from './said-mail.ts';

const LAST_ONE =
  'C’est le seul mail que vous recevrez à ce sujet : votre adresse vient d’être effacée de la consultation.';

const UNTIL_THE_COUNT =
  'Si la réponse est corrigée avant le décompte, vous en serez prévenu·e ; le décompte efface votre adresse de la consultation.';

const UNTIL_SHOWN =
  'Si elle est montrée à nouveau avant le décompte, vous en serez prévenu·e ; le décompte efface votre adresse de la consultation.';

const UNTIL_ANSWERED =
  'Vous serez prévenu·e de la réponse ; votre adresse est effacée au décompte, ou à la réponse si elle vient après.';

export const CONSULTATION_MAILS: MailWords<ConsultationMail> = {
  'contribution-answered': ({ about, answer, words, again, isLast, path }) => ({
    subject: `${again ? 'Réponse corrigée' : 'Réponse'} à votre contribution : ${ANSWER_WORDS[answer]}`,
    paragraphs: [
      again
        ? `La réponse à votre contribution${of(about)} a changé : celle-ci remplace la précédente, qui reste lisible.`
        : `Vous avez demandé à connaître la réponse à votre contribution${of(about)}.`,
      `Réponse : ${ANSWER_WORDS[answer]}.`,
      words,
    ],
    link: { label: 'Voir la contribution et la réponse', path },
    foot: isLast ? LAST_ONE : UNTIL_THE_COUNT,
  }),
  'contribution-hidden': ({ about, reason, isLast, path }) => ({
    subject: 'Votre contribution a été masquée',
    paragraphs: [
      `L’équipe nationale a masqué votre contribution${of(about)}.`,
      `Raison : ${reason}`,
      'Le navigateur où vous l’avez écrite vous la montre toujours.',
    ],
    link: { label: 'Voir la page de la contribution', path },
    foot: isLast ? LAST_ONE : UNTIL_SHOWN,
  }),
  'contribution-shown': ({ about, reason, isLast, path }) => ({
    subject: 'Votre contribution est de nouveau visible',
    paragraphs: [
      `Votre contribution${of(about)} avait été masquée ; tout le monde peut la lire à nouveau.`,
      `Raison : ${reason}`,
    ],
    link: { label: 'Voir la page de la contribution', path },
    foot: isLast ? LAST_ONE : UNTIL_ANSWERED,
  }),
  'consultation-cancelled': ({ title, reason, to, path }) => ({
    subject: `Consultation annulée : ${title}`,
    paragraphs: [
      to === 'writer'
        ? `La consultation « ${title} », où vous avez écrit, est annulée : les votes sont effacés, rien ne sera compté. Ce que vous avez écrit reste lisible.`
        : `L’équipe nationale a annulé la consultation « ${title} » de votre collectif : les votes sont effacés, rien ne sera compté. Ce qui y a été écrit reste lisible.`,
      `Raison : ${reason}`,
    ],
    link: { label: 'Voir la consultation', path },
    ...(to === 'writer' ? { foot: LAST_ONE } : {}),
  }),
  'contribution-reported': ({ about, reason, path }) => ({
    subject: 'Consultation : une contribution est signalée',
    paragraphs: [
      `Quelqu’un signale une contribution${of(about)}.`,
      `Raison donnée : ${reason}`,
      'Elle reste visible tant que vous n’avez pas décidé.',
    ],
    link: { label: 'Voir les signalements', path },
  }),
};

function of(about: string): string {
  return about === '' ? '' : ` (« ${about} »)`;
}
