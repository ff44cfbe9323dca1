/** Mails about signing a pact. */
import { shownCode } from '#domain/shared/short-code.ts';
import type { Side } from '#domain/signature/side.ts';
import type { AboutText, SignatureMail } from '#use-cases/signature/signature-mails.ts';
import { a, day, de } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

/** « le pacte entre Champigny en transition et la liste Demain, à Champigny-sur-Marne » */
function thePact({ carrier, counterpart, place }: AboutText): string {
  return `le pacte entre « ${carrier} » et « ${counterpart} », ${a(place)}`;
}

function party(about: AboutText, side: Side): string {
  return side === 'carrier' ? about.carrier : about.counterpart;
}

function textLink({ code }: AboutText) {
  return { label: 'Voir le texte et les signatures', path: `/textes/${shownCode(code)}` };
}

const NO_LEGAL_FORCE = 'Ce pacte n’a pas de valeur juridique : il engage la parole de qui le signe.';
const SECRET_LINK =
  'Ce lien est personnel : ne le transmettez pas. Vous pouvez l’ouvrir plusieurs fois, et reprendre plus tard.';
const NOT_YOU =
  'Ce n’est pas vous, ou vous n’avez rien à voir avec ce pacte ? Ouvrez le lien et choisissez « Ce n’est pas moi ».';

export const SIGNING_MAILS: MailWords<SignatureMail> = {
  'signature-invited': (mail) => ({
    subject: `Signer le pacte ${a(mail.place)}`,
    paragraphs: [
      `Bonjour ${mail.name},`,
      `« ${party(mail, mail.side)} » vous invite à signer ${thePact(mail)}, comme ${mail.role}.`,
      `Lisez le texte en entier, puis signez sur la même page : vous n’avez pas besoin de compte. Vous pouvez aussi refuser, en disant pourquoi. Vous avez jusqu’au ${day(mail.until)} inclus.`,
      `${SECRET_LINK} ${NO_LEGAL_FORCE}`,
    ],
    link: { label: 'Lire le texte et répondre', path: mail.link },
    foot: NOT_YOU,
  }),
  'signature-reminder': (mail) => ({
    subject:
      mail.reminder === 'two-days-left'
        ? `Dernier rappel : signer le pacte ${a(mail.place)} avant le ${day(mail.until)}`
        : `Rappel : signer le pacte ${a(mail.place)}`,
    paragraphs: [
      `Bonjour ${mail.name},`,
      `Vous n’avez pas encore répondu à propos de ce texte : ${thePact(mail)}. Vous avez jusqu’au ${day(mail.until)} inclus pour signer, ou pour refuser en disant pourquoi.`,
      mail.reminder === 'two-days-left'
        ? 'Nous ne vous enverrons pas d’autre rappel.'
        : 'Nous vous enverrons au plus un autre rappel, deux jours avant la fin.',
      SECRET_LINK,
    ],
    link: { label: 'Lire le texte et répondre', path: mail.link },
    foot: NOT_YOU,
  }),
  'signature-removed': (mail) => ({
    subject: `Votre signature n’est plus attendue ${a(mail.place)}`,
    paragraphs: [
      `Bonjour ${mail.name},`,
      `Votre nom a été retiré des signataires de ce texte : ${thePact(mail)}. Le lien que vous aviez reçu n’ouvre plus rien, et votre adresse est effacée. Vous n’avez rien à faire.`,
    ],
  }),
  'signature-declined': (mail) => ({
    subject: `${mail.name} refuse de signer le pacte ${a(mail.place)}`,
    paragraphs: [
      `${mail.name} ne signera pas ${thePact(mail)}. Motif donné :`,
      `« ${mail.reason} »`,
      'Plus personne ne peut signer tant que ce refus est là. Sa partie peut retirer cette personne ou en nommer une autre ; ou bien les deux parties reprennent la négociation.',
    ],
    link: textLink(mail),
  }),
  'signature-contested': (mail) => ({
    subject: `Signature contestée ${a(mail.place)}`,
    paragraphs: [
      `La personne qui a reçu le lien ${de(mail.name)} dit que ce n’est pas elle, ou qu’elle n’a rien à voir avec ce texte : ${thePact(mail)}. Voici ses mots :`,
      `« ${mail.words} »`,
      'Sa signature est suspendue. L’équipe nationale regarde ce qui s’est passé, puis la rétablit ou la retire.',
    ],
    link: textLink(mail),
  }),
  'signature-contest-settled': (mail) => ({
    subject:
      mail.outcome === 'upheld'
        ? `Une signature contestée est retirée ${a(mail.place)}`
        : `Une signature contestée est rétablie ${a(mail.place)}`,
    paragraphs: [
      mail.outcome === 'upheld'
        ? `L’équipe nationale a retiré une signature contestée de ce texte : ${thePact(mail)}. Le nom est effacé.`
        : `L’équipe nationale a examiné une signature contestée de ce texte et l’a rétablie : ${thePact(mail)}.`,
    ],
    link: textLink(mail),
  }),
  'signature-reported': (mail) => ({
    subject: `Un nom est contesté sur un texte signé ${a(mail.place)}`,
    paragraphs: [
      `Une personne dit que la signature ${de(mail.name)} n’est pas la sienne, sur ${thePact(mail)}. Voici ses mots :`,
      `« ${mail.words} »`,
      'Rien n’est suspendu. Regardez, puis retirez la signature ou laissez-la : la personne recevra votre réponse.',
    ],
    link: textLink(mail),
  }),
  'signature-report-settled': (mail) => ({
    subject: `Réponse à votre signalement ${a(mail.place)}`,
    paragraphs: [
      mail.outcome === 'upheld'
        ? `L’équipe nationale vous a donné raison : le nom que vous avez signalé est retiré de la page de ce texte, ${thePact(mail)}. Le fichier scellé ne peut pas être changé ; ce retrait est indiqué à côté.`
        : `L’équipe nationale a regardé le nom que vous avez signalé sur ${thePact(mail)}, et laisse la signature en place.`,
      'Votre adresse est effacée : nous ne vous écrirons plus à ce sujet.',
    ],
    link: textLink(mail),
  }),
  'signature-paper-brought': (mail) => ({
    subject: `Une feuille signée est à confirmer ${a(mail.place)}`,
    paragraphs: [
      `« ${party(mail, mail.side)} » a déposé une feuille signée pour ${thePact(mail)}.`,
      'Deux personnes différentes doivent dire que c’est bien le même texte, si possible une de chaque partie. Regardez-la, puis confirmez ou écartez-la.',
    ],
    link: { label: 'Regarder la feuille', path: mail.link },
  }),
  'signature-paper-dropped': (mail) => ({
    subject: `Une feuille signée est écartée ${a(mail.place)}`,
    paragraphs: [
      `Une feuille déposée pour ${thePact(mail)} est écartée. Motif donné :`,
      `« ${mail.reason} »`,
      'Vous pouvez en déposer une autre.',
    ],
    link: textLink(mail),
  }),
  'signature-extended': (mail) => ({
    subject: `Un autre dernier jour pour signer ${a(mail.place)}`,
    paragraphs: [`On peut signer jusqu’au ${day(mail.until)} inclus ce texte : ${thePact(mail)}.`],
    link: textLink(mail),
  }),
  'signature-expired': (mail) => ({
    subject: `Le délai pour signer est passé ${a(mail.place)}`,
    paragraphs: [
      `Il manquait encore des signatures le ${day(mail.on)}, dernier jour pour signer ${thePact(mail)}.`,
      'Rien n’est perdu : l’une des parties peut choisir un autre dernier jour, et les signatures déjà données restent.',
    ],
    link: textLink(mail),
  }),
  'signature-cancel-asked': (mail) => ({
    subject: `Reprendre la négociation ${a(mail.place)} ?`,
    paragraphs: [
      `« ${party(mail, mail.by)} » demande à reprendre la négociation plutôt que de signer ${thePact(mail)}. Motif donné :`,
      `« ${mail.reason} »`,
      'Si l’autre partie est d’accord, les signatures déjà données ne compteront plus.',
    ],
    link: textLink(mail),
  }),
  'signature-cancelled': (mail) => ({
    subject: `Le texte ne sera pas signé ${a(mail.place)}`,
    paragraphs: [
      `Les deux parties reprennent la négociation. Plus personne ne signe cette version du texte : ${thePact(mail)}. Les signatures déjà données ne comptent plus, et rien n’en sera publié.`,
    ],
  }),
  'signature-sealed': (mail) => ({
    subject: `Le pacte est signé ${a(mail.place)}`,
    paragraphs: [
      `Tout le monde a signé ${thePact(mail)}. Le texte est scellé et public : il ne changera plus.`,
      `Son code est ${shownCode(mail.code)}. Gardez le PDF : chacun·e pourra vérifier que personne ne l’a modifié.`,
    ],
    link: { label: 'Voir le pacte signé', path: `/textes/${shownCode(mail.code)}` },
  }),
  'signature-renounced': (mail) => ({
    subject: `Un pacte est dénoncé ${a(mail.place)}`,
    paragraphs: [
      `« ${party(mail, mail.by)} » déclare ne plus tenir ${thePact(mail)}. Motif donné :`,
      `« ${mail.reason} »`,
      'Le texte signé reste public et inchangé ; cette déclaration est montrée à côté, avec sa date.',
    ],
    link: textLink(mail),
  }),
};
