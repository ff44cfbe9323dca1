/** The mails around follow-up events: letters and replies that the other side wrote down. */
import type { EventMail } from '#use-cases/events/event-mails.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { dePlace } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

const WHO: Readonly<Record<Voice, string>> = { collective: 'Le collectif', 'town-hall': 'La mairie' };

export const EVENT_MAILS: MailWords<EventMail> = {
  'letter-recorded': ({ by, place, path }) => ({
    subject: `${place} : une lettre vous a été envoyée`,
    paragraphs: [
      `${WHO[by]} a noté l’envoi d’une lettre sur le suivi du pacte ${dePlace(place)}. La page publique montre ses questions, le jour de l’envoi, et le nombre de jours sans réponse.`,
      'Vous pouvez y noter votre réponse : elle est montrée à côté de la lettre.',
    ],
    link: { label: 'Lire la lettre et répondre', path },
  }),
  'reply-recorded': ({ by, place, path }) => ({
    subject: `${place} : une réponse est notée`,
    paragraphs: [`${WHO[by]} a noté une réponse à une lettre sur le suivi du pacte ${dePlace(place)}.`],
    link: { label: 'Lire la réponse', path },
  }),
};
