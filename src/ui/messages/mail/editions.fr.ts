/** Mails about editions. */
import type { EditionMail } from '#use-cases/workbench/edition-mails.ts';
import type { MailWords } from './said-mail.ts';

const LABEL = 'Voir la page de votre édition';

export const EDITION_MAILS: MailWords<EditionMail> = {
  'edition-withdrawn': ({ title, reason, path }) => ({
    subject: `Votre édition n’est plus proposée : ${title}`,
    paragraphs: [
      `L’équipe nationale a retiré l’édition « ${title} » de votre collectif : aucune nouvelle négociation ne peut la prendre. Sa page, ses pactes et les négociations en cours restent.`,
      `Raison, publique : ${reason}`,
      'L’équipe nationale peut seule la proposer à nouveau. Si vous pensez qu’elle se trompe, écrivez-lui.',
    ],
    link: { label: LABEL, path },
  }),
  'edition-offered-again': ({ title, path }) => ({
    subject: `Votre édition est de nouveau proposée : ${title}`,
    paragraphs: [
      `L’équipe nationale propose à nouveau l’édition « ${title} » de votre collectif : une nouvelle négociation peut la prendre.`,
    ],
    link: { label: LABEL, path },
  }),
};
