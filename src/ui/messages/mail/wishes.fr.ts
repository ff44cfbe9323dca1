/** The mails to those who wish a pact where they live: they have no account, so each says how to receive no more. */
import type { WishMail } from '#use-cases/collectives/wish-mails.ts';
import type { MailWords } from './said-mail.ts';

export const WISH_MAILS: MailWords<WishMail> = {
  'wish-kept': ({ place, municipality, wishes, stop }) => ({
    subject: `Un pacte à ${place} : votre souhait est noté`,
    paragraphs: [
      wishes === 1
        ? `Vous êtes la première personne à souhaiter un pacte à ${place}. À trois, un collectif devient possible : parlez-en autour de vous.`
        : `Vous êtes ${wishes} à souhaiter un pacte à ${place}. À trois, un collectif devient possible : parlez-en autour de vous.`,
      'Votre adresse n’est montrée à personne. Nous vous écrirons quand il y aura du nouveau, et seulement alors.',
    ],
    link: { label: `${place} sur ce site`, path: `/communes/${municipality}` },
    stop: stopWith(stop),
  }),
  'collective-possible': ({ place, municipality, wishes, stop }) => ({
    subject: `${place} : vous êtes ${wishes} à vouloir un pacte`,
    paragraphs: [
      `${wishes} personnes souhaitent un pacte à ${place} : un collectif est possible.`,
      'Il faut que l’une d’entre vous le fonde. Cela prend dix minutes ; les autres seront prévenues et pourront le rejoindre. Personne ne connaît les adresses des autres.',
    ],
    link: { label: 'Fonder le collectif', path: `/collectifs/fonder/${municipality}` },
    stop: stopWith(stop),
  }),
  'collective-founded': ({ place, collective, stop }) => ({
    subject: `${place} a un collectif`,
    paragraphs: [
      `Vous souhaitiez un pacte à ${place} : le collectif « ${collective.name} » existe. Vous pouvez le lire, lui écrire, demander à le rejoindre.`,
    ],
    link: { label: 'Page du collectif', path: `/collectifs/${collective.id}-${collective.slug}` },
    stop: stopWith(stop),
  }),
};

function stopWith(token: string): { readonly label: string; readonly path: string } {
  return { label: 'Retirer mon souhait et effacer mon adresse', path: `/souhaits/${token}` };
}
