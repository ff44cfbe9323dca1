/** The mails around follow-up events: letters and replies that the other side wrote down. */
import type { EventMail } from '#use-cases/events/event-mails.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { dePlace } from '../format.fr.ts';
import { voiceHere, type PlaceKind } from '../town-hall.fr.ts';
import type { MailWords } from './said-mail.ts';

type Teller = { readonly by: Voice; readonly list?: string; readonly placeKind: PlaceKind };
function who({ by, list, placeKind }: Teller): string {
  return list === undefined ? voiceHere(by, placeKind) : `La liste « ${list} »`;
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
