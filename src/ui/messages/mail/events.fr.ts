/** The mails around follow-up events: letters and replies that the other side wrote down. */
import type { EventMail } from '#use-cases/events/event-mails.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { dePlace } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

const WHO: Readonly<Record<Voice, string>> = { collective: 'Le collectif', 'town-hall': 'La mairie' };
function who({ by, list }: { readonly by: Voice; readonly list?: string }): string {
  return list === undefined ? WHO[by] : `La liste « ${list} »`;
}

export const EVENT_MAILS: MailWords<EventMail> = {
  'letter-recorded': ({ place, path, ...teller }) => ({
    subject: `${place} : une lettre vous a été envoyée`,
    paragraphs: [
      `${who(teller)} a noté l’envoi d’une lettre sur le suivi du pacte ${dePlace(place)}. La page publique montre ses questions, le jour de l’envoi, et le nombre de jours sans réponse.`,
      'Vous pouvez y noter votre réponse : elle est montrée à côté de la lettre.',
    ],
    link: { label: 'Lire la lettre et répondre', path },
  }),
  'reply-recorded': ({ place, path, ...teller }) => ({
    subject: `${place} : une réponse est notée`,
    paragraphs: [`${who(teller)} a noté une réponse à une lettre sur le suivi du pacte ${dePlace(place)}.`],
    link: { label: 'Lire la réponse', path },
  }),
};
