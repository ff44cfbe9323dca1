/** Why an act on a negotiation was refused, and what to do next. One sentence per kind. */
import type { NotAllowed } from '#domain/access/gate.ts';
import type { CannotAnswer } from '#use-cases/negotiation/answer-request.ts';
import type { CannotAsk } from '#use-cases/negotiation/ask-counterpart.ts';
import type { CannotOpenNegotiation } from '#use-cases/negotiation/open-negotiation.ts';
import type { CannotPropose } from '#use-cases/negotiation/propose-local.ts';
import type { CannotReport, CannotSettle } from '#use-cases/negotiation/report-words.ts';
import type { CannotSay } from '#use-cases/negotiation/say-position.ts';
import type { CannotSaySeveral } from '#use-cases/negotiation/say-several.ts';
import type { CannotSayYes } from '#use-cases/negotiation/say-yes.ts';
import type { CannotSendRound } from '#use-cases/negotiation/send-round.ts';
import { placeInText } from './addendum.fr.ts';
import { figure } from './format.fr.ts';
import { STALE, STATE_WORDS } from './negotiation.fr.ts';

export type NegotiationRefusal =
  | NotAllowed
  | CannotOpenNegotiation
  | CannotAsk
  | CannotAnswer
  | CannotSay
  | CannotSaySeveral
  | CannotPropose
  | CannotSendRound
  | CannotSayYes
  | CannotReport
  | CannotSettle;

const FIELDS: Readonly<Record<string, string>> = {
  wording: 'Votre rédaction',
  observation: 'Votre observation',
  body: 'Le nom de l’organisme',
  motif: 'Le motif',
  message: 'Le message',
  commentaire: 'Le commentaire',
  avis: 'L’avis',
};

export function sayNegotiationRefusal(refusal: NegotiationRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-negotiation':
      return 'Cette page n’existe pas, ou n’est pas pour ce compte.';
    case 'not-now':
      return `Cela ne se fait pas maintenant, ou pas par vous : la négociation est ${STATE_WORDS[refusal.state]}.`;
    case 'counterpart-is-here':
      return 'Une personne de l’autre partie répond maintenant ici elle-même : plus personne ne répond à sa place.';
    case 'unknown-item':
      return 'Ce point n’est pas dans cette négociation. Rechargez la page.';
    case 'words-too-long':
      return `${FIELDS[refusal.field]} dépasse ${figure(refusal.limit)} caractères : raccourcissez.`;
    case 'words-unreadable':
      return `${FIELDS[refusal.field]} contient des caractères qui n’en sont pas. Tapez les mots à nouveau.`;
    case 'words-missing':
      return `${FIELDS[refusal.field] ?? 'Ce champ'} manque.`;
    case 'text-too-long':
      return `${FIELDS[refusal.field] ?? 'Ce champ'} dépasse ${figure(refusal.most)} caractères : raccourcissez.`;
    case 'body-missing':
      return 'Dites à quel organisme vous laissez ce point.';
    case 'siren-wrong':
      return 'Un numéro SIREN a neuf chiffres. Laissez le champ vide si vous ne le connaissez pas.';
    case 'stale-position':
      return STALE;
    case 'spoken-since':
      return 'L’autre partie, ou quelqu’un de votre côté, vient de changer une réponse. La page la montre maintenant : relisez, puis recommencez.';
    case 'local-missing':
      return 'Écrivez la mesure locale.';
    case 'local-twice':
      return `Cette mesure locale est déjà proposée : c’est la ${refusal.number}.`;
    case 'too-many-locals':
      return `Une négociation contient au plus ${refusal.limit} mesures locales.`;
    case 'nothing-to-send':
      return 'Rien de nouveau depuis votre dernier tour : répondez à un point, ou joignez un message.';
    case 'sent-just-now':
      return `Votre tour précédent est parti il y a moins de ${refusal.minutes} minutes. Attendez un peu avant d’écrire à nouveau à l’autre partie.`;
    case 'other-text':
      return 'Le texte vient de changer. Relisez-le tel qu’il est maintenant, puis dites oui.';
    case 'nothing-changed':
      return 'Cet avenant ne change rien au texte signé. Changez au moins un point, ou arrêtez cette négociation.';
    case 'signed-points-open':
      return `Ces points signés sont encore en discussion : ${refusal.points.map(placeInText).join(' ; ')}. Mettez-vous d’accord, ou retirez-les tous les deux.`;
    case 'text-incomplete':
      return 'Ce texte ne peut pas encore être figé : voyez ci-dessous ce qui manque.';
    case 'collective-not-active':
      return 'Ce collectif n’est pas actif : il ne peut pas ouvrir de négociation.';
    case 'unknown-edition':
      return 'Nous ne connaissons pas cette charte.';
    case 'edition-withdrawn':
      return `« ${refusal.edition} » n’est plus proposée à la signature. Choisissez une édition en cours.`;
    case 'counterpart-elsewhere':
      return 'Cette liste ou ce conseil n’est pas d’un lieu de ce collectif.';
    case 'already-negotiating':
      return 'Une négociation est déjà ouverte entre eux sur cette charte.';
    case 'term-unknown':
      return 'Nous ne savons pas de quel mandat il s’agit : l’élection n’est pas connue ici.';
    case 'grouping-has-no-list':
      return 'Une intercommunalité n’a pas de liste : c’est son conseil qui s’engage.';
    case 'list-stands-no-longer':
      return refusal.state === 'merged'
        ? 'Cette liste a fusionné : négociez avec la liste issue de la fusion.'
        : 'Cette liste s’est retirée.';
    case 'council-before-election':
      return 'Un conseil s’engage pour son propre mandat, une fois élu. Avant l’élection, négociez avec les listes.';
    case 'no-priorities':
      return 'Ce collectif n’a pas encore choisi ses priorités pour cette charte.';
    case 'unknown-document':
      return 'Ce document n’est pas ici, ou n’y est plus. Un brouillon est effacé au bout de 30 jours.';
    case 'document-unfit':
      return UNFIT[refusal.why];
    case 'not-an-address':
      return 'Cette adresse électronique n’est pas complète. Vérifiez-la, ou laissez le champ vide.';
    case 'nobody-to-write-to':
      return 'Aucune adresse n’est connue pour cette liste ou ce conseil : donnez-en une, ou dites que la demande est faite en personne.';
    case 'asked-just-now':
      return 'Vous leur avez écrit il y a moins d’un jour. Attendez demain pour un rappel.';
    case 'nothing-to-report':
      return 'Ces mots sont déjà signalés par vous, ou ne sont plus là.';
    case 'unknown-report':
      return 'Ce signalement n’existe pas.';
  }
}

const UNFIT = {
  edition: 'Ce document répond à une autre charte.',
  place: 'Ce document est d’un autre lieu.',
  kind: 'Ce document n’a pas été lu comme un pacte.',
} as const;
