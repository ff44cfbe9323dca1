/** Mails about organisations that ask to join the partners. */
import type { PartnerMail, Stuck } from '#use-cases/partners/partner-mails.ts';
import { PROOF_WAITING, votesLine } from '../partners.fr.ts';
import type { MailWords } from './said-mail.ts';

const STUCK: Readonly<Record<Stuck, { readonly words: string; readonly label: string }>> = {
  'no-voter': {
    words: 'Personne, au comité de pilotage, ne peut voter sur elle : nommez des membres.',
    label: 'Nommer des membres',
  },
  'no-rule': {
    words: 'Aucune règle ne dit combien de voix décident : le comité ne peut pas voter tant qu’elle n’est pas dite.',
    label: 'Dire combien de voix décident',
  },
};

export const PARTNER_MAILS: MailWords<PartnerMail> = {
  'partner-waits': ({ name, website, about, proof, path }) => ({
    subject: `Une demande attend le comité de pilotage : ${name}`,
    paragraphs: [
      `« ${name} » (${website}) demande à rejoindre les organisations partenaires. Vous siégez au comité de pilotage, qui décide.`,
      `Ce qu’elle dit faire : ${about}`,
      PROOF_WAITING[proof],
    ],
    link: { label: 'Lire la demande et voter', path },
    foot: 'Une demande qui attend n’est pas publique : gardez ce mail pour vous.',
  }),
  'partner-stuck': ({ name, why }) => ({
    subject: `Une demande ne peut pas être décidée : ${name}`,
    paragraphs: [`« ${name} » demande à rejoindre les organisations partenaires.`, STUCK[why].words],
    link: { label: STUCK[why].label, path: '/equipe/comites' },
    foot: 'Une demande qui attend n’est pas publique : gardez ce mail pour vous.',
  }),
  'partner-answered': ({ name, accepted, votes, path }) => ({
    subject: accepted ? `${name} rejoint les organisations partenaires` : `La demande de ${name} est refusée`,
    paragraphs: [
      `Le comité de pilotage a décidé de la demande de « ${name} » : elle est ${accepted ? 'acceptée' : 'refusée'}.`,
      votesLine(votes),
      accepted
        ? 'Vous pouvez maintenant soutenir une édition de la charte ou des mesures, écrire des fiches techniques, et ajouter qui parle avec vous.'
        : 'Les motifs sont sur la page publique de la décision. L’organisation peut refaire une demande.',
    ],
    link: { label: accepted ? 'Ouvrir l’espace de l’organisation' : 'Lire la décision et ses motifs', path },
  }),
  'partner-decided': ({ name, accepted, votes, path }) => ({
    subject: `Comité de pilotage : la demande de ${name} est ${accepted ? 'acceptée' : 'refusée'}`,
    paragraphs: [
      `La demande de « ${name} » est ${accepted ? 'acceptée' : 'refusée'} : il n’y a plus à voter.`,
      votesLine(votes),
    ],
    link: { label: 'Lire la décision et ses motifs', path },
  }),
};
