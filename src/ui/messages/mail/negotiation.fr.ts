/** The mails about negotiations. None holds an answer: those stay on their page. */
import type { CounterpartNamed, NegotiationMail } from '#use-cases/negotiation/negotiation-mails.ts';
import { shownCode } from '#domain/shared/short-code.ts';
import { a, count, dePlace } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

export const NEGOTIATION_MAILS: MailWords<NegotiationMail> = {
  'negotiation-asked': ({ collective, counterpart, place, edition, again, path }) => ({
    subject: `${again ? 'Rappel : ' : ''}un collectif ${dePlace(place)} vous propose un pacte`,
    paragraphs: [
      `Le collectif « ${collective} » vous propose de négocier un pacte ${a(place)}, à partir de cette charte : « ${edition} ».`,
      `Vous répondez mesure par mesure, alinéa par alinéa : oui, non, oui sauf un point, ou autrement dit. Rien de ce que vous écrivez n’est public avant la signature, sauf les dates : demandé, en cours, décliné ou sans réponse.`,
      `Pour répondre au nom ${counterpart.kind === 'list' ? `de la liste « ${counterpart.name} »` : `du conseil ${dePlace(place)}`}, il faut d’abord que ce rôle vous soit confirmé : la page suivante dit comment.`,
    ],
    link: { label: 'Voir la demande', path },
    foot: 'Ce mail vient d’une adresse que vous rendez publique, ou que le collectif connaît. Vous pouvez ne pas y donner suite.',
  }),
  'negotiation-accepted': ({ counterpart, place, path }) => ({
    subject: `${nameOf(counterpart, place)} accepte de négocier`,
    paragraphs: [
      `${nameOf(counterpart, place)} accepte de négocier le pacte que vous proposez ${a(place)}.`,
      'Ses réponses s’affichent sur votre page à mesure qu’elles arrivent.',
    ],
    link: { label: 'Ouvrir la négociation', path },
  }),
  'negotiation-declined': ({ counterpart, place, reason, path }) => ({
    subject: `${nameOf(counterpart, place)} décline la négociation`,
    paragraphs: [
      `${nameOf(counterpart, place)} ne souhaite pas négocier ce pacte.`,
      `Motif : « ${reason} »`,
      'Ce motif n’est montré qu’à vous. La page de la commune dit seulement que la demande a été déclinée, et quand. La liste peut encore changer d’avis.',
    ],
    link: { label: 'Ouvrir la négociation', path },
  }),
  'round-sent': ({ collective, counterpart, place, by, number, answers, words, path }) => ({
    subject: `Tour ${number} : ${by === 'carrier' ? `le collectif « ${collective} »` : nameOf(counterpart, place)} vous a répondu`,
    paragraphs: [
      `${by === 'carrier' ? `Le collectif « ${collective} »` : nameOf(counterpart, place)} vous envoie ses réponses : ${count(answers, 'réponse', 'réponses')} depuis son tour précédent.`,
      ...(words === null ? [] : [`Message joint : « ${words} »`]),
      'C’est à vous. Vous pouvez aussi chacun continuer à corriger vos réponses.',
    ],
    link: { label: 'Lire les réponses', path },
  }),
  'yes-said': ({ collective, counterpart, place, by, path }) => ({
    subject: `${by === 'carrier' ? `Le collectif « ${collective} »` : nameOf(counterpart, place)} dit oui au texte`,
    paragraphs: [
      `${by === 'carrier' ? `Le collectif « ${collective} »` : nameOf(counterpart, place)} est d’accord avec le texte du pacte, tel qu’il est maintenant.`,
      'Relisez-le. Si vous dites oui au même texte, il sera figé et pourra être signé. Si quelqu’un y change un mot d’ici là, il faudra dire oui à nouveau.',
    ],
    link: { label: 'Lire le texte', path },
  }),
  'text-frozen': ({ collective, counterpart, place, code, path }) => ({
    subject: `Le texte du pacte ${dePlace(place)} est prêt à signer`,
    paragraphs: [
      `Le collectif « ${collective} » et ${lower(nameOf(counterpart, place))} ont dit oui au même texte. Il est figé : personne ne peut plus en changer un mot.`,
      'Il reste à le signer, en ligne ou sur papier. Voici son code :',
    ],
    code: shownCode(code),
    link: { label: 'Voir le texte et le signer', path },
  }),
  'negotiation-ended': ({ collective, counterpart, place, by, reason, path }) => ({
    subject: `La négociation ${dePlace(place)} est arrêtée`,
    paragraphs: [
      `${by === 'carrier' ? `Le collectif « ${collective} »` : nameOf(counterpart, place)} arrête la négociation.`,
      `Motif : « ${reason} »`,
      'Tout ce qui a été dit reste lisible par les deux parties.',
    ],
    link: { label: 'Relire la négociation', path },
  }),
  'words-reported': ({ path }) => ({
    subject: 'Des mots sont signalés dans une négociation',
    paragraphs: [
      'Une personne signale des mots qu’elle trouve insultants. Lisez-les, puis masquez-les ou laissez-les, en disant pourquoi.',
    ],
    link: { label: 'Voir les signalements', path },
  }),
  'words-hidden': ({ place, notice, path }) => ({
    subject: `Des mots de votre côté ont été masqués (négociation ${dePlace(place)})`,
    paragraphs: [
      'L’équipe nationale a masqué des mots écrits par votre partie. À leur place, la page montre cet avis :',
      `« ${notice} »`,
      'Vous pouvez répondre à nouveau au même endroit, avec d’autres mots.',
    ],
    link: { label: 'Ouvrir la négociation', path },
  }),
};

function nameOf({ kind, name }: CounterpartNamed, place: string): string {
  return kind === 'list' ? `La liste « ${name} »` : `Le conseil ${dePlace(place)}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
