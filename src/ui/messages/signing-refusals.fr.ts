/** Why an act of signing was refused, and what to do next. One sentence per kind: the compiler asks for each. */
import type { SigningState } from '#domain/signature/signing-state.ts';
import { shownCode } from '#domain/shared/short-code.ts';
import type { CannotOpenAddendum } from '#use-cases/negotiation/open-addendum.ts';
import type { CannotAddPage } from '#use-cases/signature/add-paper-page.ts';
import type { CannotAskSigningCode } from '#use-cases/signature/ask-signing-code.ts';
import type { CannotBring } from '#use-cases/signature/bring-paper.ts';
import type { CannotCancel } from '#use-cases/signature/cancel-signing.ts';
import type { CannotConfirm, CannotDrop } from '#use-cases/signature/confirm-paper.ts';
import type { CannotContest } from '#use-cases/signature/contest-signature.ts';
import type { CannotDecline } from '#use-cases/signature/decline-signing.ts';
import type { CannotExtend } from '#use-cases/signature/extend-signing.ts';
import type { CannotInvite } from '#use-cases/signature/invite-again.ts';
import type { CannotName } from '#use-cases/signature/name-signatory.ts';
import type { CannotRemove } from '#use-cases/signature/remove-signatory.ts';
import type { CannotRenounce } from '#use-cases/signature/renounce.ts';
import type { CannotReport } from '#use-cases/signature/report-signature.ts';
import type { CannotSettle } from '#use-cases/signature/settle-contest.ts';
import type { CannotSign } from '#use-cases/signature/sign-online.ts';
import { count } from './format.fr.ts';
import { fileSize } from './pact.fr.ts';
import { sayNegotiationRefusal } from './negotiation-refusals.fr.ts';
import { sayProofRefusal } from './proof-refusals.fr.ts';

export type SigningRefusal =
  | CannotName
  | CannotRemove
  | CannotInvite
  | CannotAskSigningCode
  | CannotSign
  | CannotDecline
  | CannotContest
  | CannotSettle
  | CannotReport
  | CannotExtend
  | CannotCancel
  | CannotBring
  | CannotAddPage
  | CannotConfirm
  | CannotDrop
  | CannotRenounce
  | CannotOpenAddendum;

export function saySigningRefusal(refusal: SigningRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-text':
      return 'Ce texte n’existe pas, ou vous n’y avez pas accès.';
    case 'wrong-state':
      return WRONG_STATE[refusal.state];
    case 'bad-name':
      return 'Écrivez le prénom et le nom, en 120 signes au plus.';
    case 'bad-role':
      return 'Écrivez la qualité (tête de liste, membre du collectif…), en 120 signes au plus.';
    case 'already-named':
      return `${refusal.name} figure déjà parmi les signataires de cette partie.`;
    case 'too-many-signatories':
      return `Une partie peut avoir ${refusal.limit} signataires au plus.`;
    case 'not-your-side':
      return 'Chaque partie agit pour elle-même : ceci revient à l’autre partie.';
    case 'paper-only':
      return 'Pour l’autre partie, vous ne pouvez nommer que des personnes qui signent sur papier : laissez l’adresse vide.';
    case 'unknown-signatory':
      return 'Cette personne ne figure pas, ou plus, parmi les signataires.';
    case 'contested-now':
      return 'Cette signature est contestée : l’équipe nationale regarde d’abord.';
    case 'already-answered':
      return 'Cette personne a déjà répondu.';
    case 'invited-just-now':
      return `Un mail vient de partir vers cette adresse. Attendez encore ${count(refusal.minutes, 'minute', 'minutes')}, ou corrigez l’adresse.`;
    case 'already-signed':
      return 'Vous avez déjà signé ce texte : il n’y a plus rien à faire.';
    case 'already-declined':
      return 'Vous avez refusé de signer ce texte. Si vous changez d’avis, demandez à votre partie de vous inviter à nouveau.';
    case 'taken-off':
      return 'Votre signature n’est pas, ou plus, attendue ici.';
    case 'not-read':
      return 'Cochez d’abord que vous avez lu le texte en entier.';
    case 'no-code-asked':
      return 'Demandez d’abord un code : il part à l’adresse où vous avez reçu votre lien.';
    case 'reason-missing':
      return 'Dites pourquoi, en quelques mots.';
    case 'reason-too-long':
      return `C’est trop long : ${refusal.limit} signes au plus.`;
    case 'nothing-to-settle':
      return 'Il n’y a plus rien à décider ici : quelqu’un d’autre l’a fait.';
    case 'not-a-day':
      return 'Ce n’est pas un jour du calendrier. Écrivez-le comme 2026-03-15.';
    case 'day-past':
      return 'Choisissez un jour à venir.';
    case 'day-too-far':
      return `Choisissez un jour dans les ${refusal.days} jours : au-delà, mieux vaut négocier à nouveau.`;
    case 'asked-already':
      return 'Votre partie l’a déjà demandé : c’est à l’autre de répondre.';
    case 'day-to-come':
      return 'Ce jour n’est pas encore arrivé.';
    case 'before-the-text':
      return 'Ce jour est avant celui où le texte a été arrêté : personne ne pouvait encore le signer.';
    case 'nobody-signed-it':
      return 'Cochez les personnes qui ont signé cette feuille. Si leur nom manque, ajoutez-le d’abord aux signataires.';
    case 'signed-otherwise':
      return `${refusal.name} a déjà répondu autrement : décochez son nom.`;
    case 'bad-number':
      return 'Écrivez le numéro de la délibération, en 80 signes au plus.';
    case 'no-council':
      return 'Seul un conseil s’engage par une délibération.';
    case 'too-many-papers':
      return `Il y a déjà ${refusal.limit} feuilles : écartez celles qui ne servent pas.`;
    case 'empty-file':
      return 'Ce fichier est vide, ou aucun fichier n’est choisi. Choisissez une photo, un scan ou un PDF.';
    case 'file-too-large':
      return `Ce fichier est trop lourd : ${fileSize(refusal.limitInBytes)} au plus. Envoyez une photo par page, ou numérisez en qualité moyenne. Ce que vous avez saisi est gardé.`;
    case 'heic-picture':
      return 'Cette photo est au format HEIC, que beaucoup d’appareils ne savent pas ouvrir. Sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible », puis reprenez la photo ; ou envoyez une capture d’écran de la photo.';
    case 'not-a-scan':
      return 'Ce fichier n’est ni une photo (JPEG, PNG, WebP) ni un PDF.';
    case 'unreadable-picture':
      return 'Cette image est abîmée ou incomplète. Envoyez-la à nouveau, ou reprenez la photo.';
    case 'picture-too-big':
      return 'Cette image a trop de pixels pour être montrée. Reprenez la photo dans une taille ordinaire.';
    case 'unknown-paper':
      return 'Cette feuille n’existe pas.';
    case 'paper-confirmed':
      return 'Cette feuille est confirmée : elle ne change plus.';
    case 'paper-dropped':
      return 'Cette feuille est écartée. Déposez-en une autre.';
    case 'same-page':
      return 'Ce fichier est déjà sur cette feuille.';
    case 'witnessed-already':
      return 'Quelqu’un a déjà confirmé cette feuille telle qu’elle est : pour en ajouter, déposez une autre feuille.';
    case 'too-many-pages':
      return `Une feuille a ${refusal.limit} fichiers au plus.`;
    case 'no-page-yet':
      return 'Ajoutez d’abord la photo ou le scan.';
    case 'not-the-same':
      return 'Cochez que c’est bien le même texte. Sinon, écartez la feuille en disant pourquoi.';
    case 'looked-already':
      return 'Vous avez déjà confirmé cette feuille : il faut maintenant une autre personne.';
    case 'own-guest':
      return 'L’une des deux personnes a invité l’autre par mail à signer : cela ne fait pas deux regards indépendants. Demandez à quelqu’un d’autre de confirmer cette feuille.';
    case 'renounced-already':
      return 'Votre partie a déjà dénoncé ce pacte.';
    case 'renounced-text':
      return 'Ce texte a été dénoncé : il n’y a plus rien à compléter. Le collectif peut ouvrir une nouvelle négociation.';
    case 'term-over':
      return `Le mandat de ce pacte s’est terminé en ${String(refusal.to)} : il ne se complète plus.`;
    case 'addendum-under-way':
      return 'Un avenant à ce texte est déjà en préparation, ou attend ses signatures. Terminez d’abord celui-là.';
    case 'addendum-signed-since':
      return `Un avenant signé depuis, ${shownCode(refusal.code)}, dit ce qui vaut aujourd’hui : préparez le suivant à partir de lui.`;
    case 'collective-not-active':
    case 'unknown-edition':
    case 'counterpart-elsewhere':
    case 'term-unknown':
    case 'grouping-has-no-list':
    case 'list-stands-no-longer':
    case 'council-before-election':
      return sayNegotiationRefusal(refusal);
    case 'already-negotiating':
      return sayNegotiationRefusal({ kind: 'already-negotiating' });
    default:
      return sayProofRefusal(refusal);
  }
}

const WRONG_STATE: Readonly<Record<SigningState, string>> = {
  waiting: 'Ceci n’est possible qu’une fois que tout le monde a signé.',
  complete: 'Tout le monde a signé : ce texte ne change plus.',
  declined: 'Une personne a refusé de signer. Tant que ce refus est là, personne d’autre ne peut signer.',
  expired: 'Le délai pour signer est passé. L’une des parties peut choisir un autre dernier jour.',
  cancelled: 'Les deux parties ont repris la négociation : plus personne ne signe cette version du texte.',
};
