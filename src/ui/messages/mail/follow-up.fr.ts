/** The mails about what is said of promises. */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { FollowUpMail } from '#use-cases/follow-up/follow-up-mails.ts';
import { DONE_WORD } from '../done.fr.ts';
import { a, count, listOf } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

export const FOLLOW_UP_MAILS: MailWords<FollowUpMail> = {
  'right-of-reply': ({ voice, by, place, item, status, path }) => ({
    subject: `${a(place).replace(/^./, (first) => first.toUpperCase())}, ${by} évalue une promesse : à vous de répondre`,
    paragraphs: [
      `${voice === 'collective' ? `Le collectif « ${by} »` : `« ${by} »`} vient de publier son regard sur ${promiseNamed(item)} : « ${DONE_WORD[status]} ».`,
      'Vous avez un droit de réponse : ce que vous direz paraîtra à côté, avec votre date et vos preuves. Aucune des deux voix n’efface l’autre.',
      'Si d’autres promesses sont évaluées dans les heures qui viennent, un seul autre message le dira ensuite. La page du pacte dit où en est chacune, et lesquelles attendent votre réponse.',
    ],
    link: { label: 'Lire et répondre', path },
  }),
  unanswered: ({ voice, by, place, promises, path }) => ({
    subject: `${a(place).replace(/^./, (first) => first.toUpperCase())}, ${count(promises, 'promesse évaluée attend', 'promesses évaluées attendent')} votre réponse`,
    paragraphs: [
      `Depuis notre dernier message, ${listOf(by.map((name) => (voice === 'collective' ? `le collectif « ${name} »` : `« ${name} »`)))} ${by.length < 2 ? 'a' : 'ont'} publié ${by.length < 2 ? 'son' : 'leur'} regard sur ${count(promises, 'promesse à laquelle', 'promesses auxquelles')} vous n’avez pas encore répondu.`,
      'Vous avez un droit de réponse : ce que vous direz paraîtra à côté, avec votre date et vos preuves. Aucune des deux voix n’efface l’autre.',
    ],
    link: { label: 'Lire et répondre', path },
  }),
  'remark-reported': ({ place, reason, path }) => ({
    subject: `Remarque signalée ${a(place)}`,
    paragraphs: [
      'Une personne signale une remarque publiée sous une promesse.',
      `Motif donné : « ${reason} »`,
      'Lisez-la ; si elle ne peut pas rester, masquez-la en donnant le motif, qui sera public.',
    ],
    link: { label: 'Voir la remarque', path },
  }),
  'file-reported': ({ place, reason, path }) => ({
    subject: `Fichier signalé ${a(place)}`,
    paragraphs: [
      'Une personne signale un fichier joint à ce qui est dit d’une promesse.',
      `Motif donné : « ${reason} »`,
      'Regardez-le ; s’il ne peut pas rester, retirez-le en donnant le motif, qui sera public. Les mots qu’il appuie restent.',
    ],
    link: { label: 'Voir les signalements', path },
  }),
  'remark-hidden': ({ place, reason, path }) => ({
    subject: `Votre remarque a été masquée (${place})`,
    paragraphs: [
      'L’équipe nationale a masqué une remarque que vous aviez publiée.',
      `Motif : « ${reason} »`,
      'Vous pouvez en écrire une autre qui tienne compte de ce motif.',
    ],
    link: { label: 'Voir la promesse', path },
  }),
};

function promiseNamed(item: string): string {
  const key = commitmentKeyOf(item);
  switch (key?.kind) {
    case 'measure':
      return `la mesure ${key.measure}`;
    case 'principle':
      return `le principe ${key.letter}`;
    default:
      return 'un engagement local';
  }
}
