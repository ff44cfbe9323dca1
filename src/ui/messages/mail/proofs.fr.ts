/** The mails that carry a code. */
import type { ProofMail } from '#use-cases/proofs/proof-mails.ts';
import type { ProofPurpose } from '#use-cases/proofs/proof-purpose.ts';
import type { MailWords } from './said-mail.ts';

/** « Votre code pour … » */
const PURPOSES: Readonly<Record<ProofPurpose['kind'], string>> = {
  'sign-in': 'vous connecter',
  'change-email': 'changer votre adresse électronique',
  'pact-wish': 'souhaiter un pacte dans votre commune',
  'priority-ballot': 'donner votre avis sur les priorités',
  'take-part': 'participer à une consultation',
  'take-role': 'confirmer un rôle',
  'join-collective': 'rejoindre un collectif',
  'sign-text': 'signer un texte',
  'report-signature': 'signaler une signature',
  'write-to-collective': 'écrire à un collectif',
  'follow-deadlines': 'recevoir les rappels d’échéances',
};

export const PROOF_MAILS: MailWords<ProofMail> = {
  'proof-code': ({ purpose, about, code, link, minutes }) => ({
    // The code first: phones show the start of the subject, and offer to copy it.
    subject: `${spacedCode(code)} : votre code pour ${PURPOSES[purpose]}`,
    paragraphs: [
      `Voici votre code pour ${PURPOSES[purpose]}${about === null ? '' : ` (${about})`}. Recopiez-le dans la page qui le demande.`,
      `Il sert une seule fois, pendant ${minutes} minutes.`,
      ...(link === null ? [] : ['Vous lisez ce mail sur l’appareil où vous voulez vous connecter ? Le lien suffit :']),
    ],
    code: spacedCode(code),
    ...(link === null ? {} : { link: { label: 'Me connecter sur cet appareil', path: link } }),
    foot: 'Vous n’avez rien demandé ? Quelqu’un a sans doute mal tapé son adresse. Sans ce code, rien ne se fait : vous pouvez ignorer ce mail. Ne le donnez à personne.',
  }),
};

function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
