/** Why an act on a review was refused, and what to do next. One sentence per kind: the compiler asks for each. */
import type { CannotWriteBeside } from '#use-cases/reviews/beside-review.ts';
import type { CannotOpenReview } from '#use-cases/reviews/open-review.ts';
import type { CannotPublishReview } from '#use-cases/reviews/publish-review.ts';
import type { CannotRenew } from '#use-cases/reviews/renew-entries.ts';
import type { CannotSaveEntry } from '#use-cases/reviews/save-entry.ts';
import type { CannotShareWork } from '#use-cases/reviews/share-work.ts';
import type { BadEvidenceForm } from '#ui/follow-up/evidence-form.ts';
import { sayFollowUpRefusal } from '../follow-up-refusals.fr.ts';
import { count, figure } from '../format.fr.ts';
import { INTRODUCTION_STALE } from './work.fr.ts';

export type ReviewRefusal =
  | CannotOpenReview
  | CannotSaveEntry
  | CannotShareWork
  | CannotRenew
  | CannotPublishReview
  | CannotWriteBeside
  | BadEvidenceForm;

export function sayReviewRefusal(refusal: ReviewRefusal): string {
  switch (refusal.kind) {
    case 'unknown-review':
    case 'unknown-collective':
      return 'Ce bilan n’existe pas, ou ne vous est pas ouvert.';
    case 'review-not-now':
      return NOT_NOW[refusal.state];
    case 'not-allowed':
      return 'Vous ne pouvez pas faire cela ici.';
    case 'not-your-pact':
      return 'Choisissez un pacte d’une des communes de votre collectif.';
    case 'no-occasion':
      return 'Dites de quel bilan il s’agit : annuel, à mi-mandat, de fin de mandat ou autre.';
    case 'nothing-promised':
      return 'Ce pacte ne promet rien qui puisse être suivi.';
    case 'open-already':
      return 'Votre collectif a déjà un bilan ouvert de ce pacte : travaillez-y ensemble.';
    case 'pact-gone':
      return 'Ce pacte a été retiré du site : le bilan ne peut plus avancer. Rien de ce que vous avez écrit n’est perdu.';
    case 'unknown-promise':
      return 'Ce pacte ne porte pas cet engagement.';
    case 'not-a-member':
      return 'Cette personne n’est pas membre du collectif.';
    case 'nothing-chosen':
      return 'Cochez d’abord des engagements dans la liste.';
    case 'stale-entry':
      return 'Quelqu’un du collectif a écrit ici pendant ce temps. Ses mots sont gardés, les vôtres aussi : lisez les deux, puis enregistrez ce qui convient.';
    case 'stale-introduction':
      return INTRODUCTION_STALE;
    case 'nothing-said-before':
      return 'Un des engagements cochés n’a encore jamais été évalué : il n’y a rien à reprendre.';
    case 'already-published':
      return `Ce bilan est déjà publié, sous le n° ${figure(refusal.number)}.`;
    case 'changed-since':
      return 'Quelqu’un a changé ce bilan depuis que cette page est ouverte. Relisez-le ci-dessous, puis publiez.';
    case 'nothing-assessed':
      return 'Personne n’a encore rien évalué : un bilan vide ne se publie pas.';
    case 'entries-unfinished':
      return `${count(refusal.items.length, 'engagement est commencé', 'engagements sont commencés')} : donnez à chacun un état et une phrase, ou videz-le.`;
    case 'said-since':
      return `Depuis que ${count(refusal.items.length, 'constat de ce bilan a été enregistré', 'constats de ce bilan ont été enregistrés')}, le collectif a parlé du même engagement, hors du bilan. Ouvrez chacun dans la liste ci-dessous et lisez les deux : enregistrez-le à nouveau pour le garder, ou videz-le.`;
    case 'entry-refused':
      return sayFollowUpRefusal(refusal.why);
    case 'text-missing':
      return 'Écrivez quelque chose.';
    case 'text-too-long':
      return `Ce texte dépasse ${figure(refusal.most)} caractères : dites-le plus court.`;
    default:
      return sayFollowUpRefusal(refusal);
  }
}

const NOT_NOW = {
  'review-open': 'Seules les personnes qui coordonnent le collectif peuvent faire cela.',
  'review-given-up': 'Ce bilan a été abandonné. Reprenez-le d’abord : rien n’est perdu.',
  'review-published':
    'Ce bilan est publié : il ne change plus. Vous pouvez publier un rectificatif à côté, ou évaluer l’engagement à nouveau, hors du bilan.',
} as const;

export function statusOfRefusal(refusal: ReviewRefusal): 400 | 403 | 409 | 413 | 429 {
  switch (refusal.kind) {
    case 'stale-entry':
    case 'stale-introduction':
    case 'changed-since':
    case 'already-published':
    case 'open-already':
    case 'entries-unfinished':
    case 'nothing-assessed':
    case 'said-since':
      return 409;
    case 'review-not-now':
      return refusal.state === 'review-open' ? 403 : 409;
    case 'not-allowed':
      return 403;
    case 'form-too-big':
      return 413;
    case 'too-many-files':
      return 429;
    default:
      return 400;
  }
}
