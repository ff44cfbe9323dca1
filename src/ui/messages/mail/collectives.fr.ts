/** The mails about collectives. */
import type { CollectiveMail, CollectiveNamed } from '#use-cases/collectives/collective-mails.ts';
import type { MailWords } from './said-mail.ts';

export const COLLECTIVE_MAILS: MailWords<CollectiveMail> = {
  'collective-requested': ({ collective }) => ({
    subject: `Un collectif à confirmer : ${collective.name}`,
    paragraphs: [
      `Quelqu’un demande à fonder le collectif « ${collective.name} ». Tant que personne ne l’a confirmé, sa page montre seulement la date de la demande.`,
      'Regardez qui le demande et pour quelle commune, puis confirmez, ou refusez en disant pourquoi.',
    ],
    link: { label: 'Voir les collectifs à confirmer', path: '/equipe/collectifs' },
  }),
  'collective-confirmed': ({ collective }) => ({
    subject: `Votre collectif existe : ${collective.name}`,
    paragraphs: [
      `« ${collective.name} » est confirmé. Sa page est publique.`,
      'Invitez d’autres personnes, annoncez une réunion, demandez aux habitant·es ce qui compte ici.',
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'collective-declined': ({ collective, reason }) => ({
    subject: `Votre collectif n’a pas été confirmé : ${collective.name}`,
    paragraphs: [`L’équipe nationale n’a pas confirmé « ${collective.name} ». Elle dit pourquoi :`, `« ${reason} »`],
  }),
  invited: ({ collective, by, token, days }) => ({
    subject: `${by} vous invite dans le collectif ${collective.name}`,
    paragraphs: [
      `${by} vous invite à rejoindre « ${collective.name} », un collectif d’habitant·es qui propose un pacte aux listes candidates et suit ce qu’il devient.`,
      `Le lien sert une seule fois, pendant ${days} jours.`,
    ],
    link: { label: 'Voir l’invitation', path: `/collectifs/invitation/${token}` },
    foot: 'Vous ne connaissez pas cette personne ? Ignorez ce mail : sans vous, rien ne se fait, et votre adresse sera effacée.',
  }),
  'join-asked': ({ collective, onLists }) => ({
    subject: `Quelqu’un veut rejoindre ${collective.name}`,
    paragraphs: ['Une personne demande à rejoindre le collectif. À vous d’accepter ou non.', ...sameName(onLists)],
    link: { label: 'Voir la demande', path: space(collective) },
  }),
  'join-answered': ({ collective, accepted }) =>
    accepted
      ? {
          subject: `Vous êtes membre de ${collective.name}`,
          paragraphs: [`Votre demande est acceptée : vous êtes membre de « ${collective.name} ».`],
          link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
        }
      : {
          subject: `Votre demande à ${collective.name}`,
          paragraphs: [
            `La coordination de « ${collective.name} » n’a pas accepté votre demande. Vous pouvez lui écrire.`,
          ],
          link: { label: 'Page du collectif', path: page(collective) },
        },
  'member-joined': ({ collective, onLists }) => ({
    subject: `Une personne de plus dans ${collective.name}`,
    paragraphs: ['Une personne que vous aviez invitée est maintenant membre du collectif.', ...sameName(onLists)],
    link: { label: 'Voir les membres', path: space(collective) },
  }),
  'member-removed': ({ collective, reason }) => ({
    subject: `Vous n’êtes plus membre de ${collective.name}`,
    paragraphs: [
      `La coordination de « ${collective.name} » vous a retiré·e du collectif. Elle dit pourquoi :`,
      `« ${reason} »`,
      'Si c’est injuste, l’équipe nationale peut être saisie : répondez à qui tient ce site, son adresse est en bas de chaque page.',
    ],
  }),
  'coordination-given': ({ collective }) => ({
    subject: `Vous coordonnez ${collective.name}`,
    paragraphs: [
      `La coordination de « ${collective.name} » vous est confiée. Vous pouvez inviter, accepter de nouveaux membres, ouvrir un vote, et la transmettre à votre tour.`,
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'removal-asked': ({ collective, reason }) => ({
    subject: `Une coordination contestée dans ${collective.name}`,
    paragraphs: [
      'Un·e membre de la coordination demande qu’une autre personne ne coordonne plus. La raison donnée :',
      `« ${reason} »`,
      'Cela ne se fait qu’avec l’accord de toute la coordination, ou par l’équipe nationale. La personne concernée reste membre dans tous les cas.',
    ],
    link: { label: 'Voir la demande', path: space(collective) },
  }),
  'removal-settled': ({ collective, outcome, by }) => ({
    subject: `Coordination de ${collective.name} : la demande est réglée`,
    paragraphs: [
      `${by === 'national-team' ? 'L’équipe nationale a tranché' : 'La coordination a tranché'} : ${OUTCOMES[outcome]}`,
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'conflict-to-settle': ({ collective }) => ({
    subject: `Un désaccord à trancher : ${collective.name}`,
    paragraphs: [
      `Dans « ${collective.name} », une coordination est contestée et personne d’autre ne peut trancher. Entendez chacun·e, puis décidez : cela restera dans le journal du collectif.`,
    ],
    link: { label: 'Voir les désaccords', path: '/equipe/collectifs' },
  }),
  'without-coordination': ({ collective }) => ({
    subject: `Plus personne ne coordonne ${collective.name}`,
    paragraphs: [
      `La dernière personne qui coordonnait « ${collective.name} » est partie. Proposez la coordination à un·e membre, ou cherchez un collectif voisin.`,
    ],
    link: { label: 'Voir les collectifs à aider', path: '/equipe/collectifs' },
  }),
  'found-on-list': ({ collective, lists }) => ({
    subject: 'Votre nom figure sur une liste candidate',
    paragraphs: [
      `Un nom semblable au vôtre figure sur ${quoted(lists)}. Les membres d’un collectif ne sont sur aucune liste : si c’est vous, quittez « ${collective.name} ».`,
      'Si c’est quelqu’un d’autre qui porte le même nom, dites-le à la coordination : elle le notera.',
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'member-found-on-list': ({ collective, lists }) => ({
    subject: `Un nom de ${collective.name} figure sur une liste candidate`,
    paragraphs: [
      `Le nom d’un·e membre du collectif ressemble à un nom de ${quoted(lists)}. C’est peut-être la même personne, peut-être un·e homonyme : demandez-lui.`,
    ],
    link: { label: 'Voir les membres', path: space(collective) },
  }),
  'fell-asleep': ({ collective }) => ({
    subject: `${collective.name} est en sommeil`,
    paragraphs: [
      'Rien ne s’est passé dans le collectif depuis un an : sa page dit qu’il est en sommeil. Rien n’est perdu.',
      'Il suffit qu’un·e membre y fasse quelque chose pour qu’il se réveille. Sinon, l’équipe nationale peut proposer à un collectif voisin de s’en occuper.',
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'takeover-proposed': ({ collective, asleep, message }) => ({
    subject: `Pouvez-vous vous occuper de ${asleep} ?`,
    paragraphs: [
      `Le collectif voisin « ${asleep} » est en sommeil. L’équipe nationale demande si la coordination de « ${collective.name} » peut s’en occuper : ses pactes, ses négociations et son agenda resteraient à leur place, et ses membres en seraient toujours membres.`,
      ...(message === '' ? [] : [`« ${message} »`]),
    ],
    link: { label: 'Répondre dans l’espace du collectif', path: space(collective) },
  }),
  'taken-over': ({ collective, by }) => ({
    subject: `${collective.name} se réveille`,
    paragraphs: [
      `La coordination de « ${by} » s’occupe désormais de « ${collective.name} ». Vous en êtes toujours membre ; rien n’a été déplacé ni effacé.`,
    ],
    link: { label: 'Ouvrir l’espace du collectif', path: space(collective) },
  }),
  'message-to-collective': ({ collective, from, name, subject, message }) => ({
    subject: `${collective.name} – ${subject}`,
    replyTo: from,
    paragraphs: [
      `${name} (${from}) écrit au collectif « ${collective.name} » par sa page :`,
      ...message.split(/\n{2,}/),
      'Répondez à ce mail : votre réponse ira directement à cette personne, et elle verra votre adresse.',
    ],
  }),
};

const OUTCOMES = {
  removed: 'la personne ne coordonne plus le collectif. Elle en reste membre.',
  kept: 'rien ne change, la personne continue de coordonner.',
  withdrawn: 'la demande est retirée.',
} as const;

function page({ id, slug }: CollectiveNamed): string {
  return `/collectifs/${id}-${slug}`;
}

function space({ id }: CollectiveNamed): string {
  return `/collectifs/${id}/espace`;
}

function sameName(lists: readonly string[]): readonly string[] {
  return lists.length === 0
    ? []
    : [`Attention : un nom semblable figure sur ${quoted(lists)}. C’est peut-être un·e homonyme : demandez-lui.`];
}

function quoted(lists: readonly string[]): string {
  const names = lists.map((name) => `« ${name} »`);
  return names.length === 1 ? `la liste ${names.join('')}` : `les listes ${names.join(', ')}`;
}
