/**
 * Why an act about a draft, a pact or a plan was refused, and what to do next. One sentence per kind: the compiler
 * asks for each.
 */
import type { NotAllowed } from '#domain/access/gate.ts';
import type { CannotChoose } from '#use-cases/drafts/choose-for-draft.ts';
import type { CannotOpen } from '#use-cases/drafts/open-draft.ts';
import type { CannotPublish } from '#use-cases/drafts/publish-draft.ts';
import type { ReadRefusal } from '#use-cases/drafts/read-refusal.ts';
import type { CannotReview } from '#use-cases/drafts/review-proposal.ts';
import type { CannotLink } from '#use-cases/plans/link-action.ts';
import type { CannotCorrect } from '#use-cases/published/correct-published.ts';
import type { CannotWithdraw } from '#use-cases/published/withdraw-published.ts';
import { askedAboutInWords, passagesInWords } from './asked-about.fr.ts';
import { dayOf } from './format.fr.ts';
import { sayPublishedBefore } from './published-before.fr.ts';
import { sayExtractRefusal } from './extract-refusals.fr.ts';

export type ActRefusal =
  | NotAllowed
  | CannotCorrect
  | CannotWithdraw
  | CannotOpen
  | CannotReview
  | CannotChoose
  | CannotPublish
  | CannotLink
  | ReadRefusal;

export function sayActRefusal(refusal: ActRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Cette action n’est pas permise ici. Ouvrez le brouillon par son adresse complète.';
    case 'unknown-draft':
      return 'Ce brouillon n’existe pas, ou n’existe plus : un brouillon est effacé au bout de 30 jours. Déposez à nouveau le document.';
    case 'expired-draft':
      return 'Ce brouillon a plus de 30 jours : il est effacé. Déposez à nouveau le document.';
    case 'unknown-place':
      return 'Aucune commune ni intercommunalité ne porte ce code.';
    case 'broken-text':
      return 'Le texte de ce fichier contient des caractères qui n’en sont pas. Ouvrez-le avec le logiciel qui l’a créé, puis enregistrez-le en PDF, DOCX ou ODT.';
    case 'no-text':
      return sayExtractRefusal({ kind: 'no-text', format: 'format' in refusal ? refusal.format : 'txt' });
    case 'not-french':
      return 'Ce texte n’est pas en français : nous ne savons lire que les documents en français.';
    case 'unknown-charter':
      return refusal.charter === ''
        ? 'Nous n’avons pas reconnu la charte à laquelle ce document répond. Choisissez-la.'
        : `Nous ne connaissons pas la charte « ${refusal.charter} ». Connues : ${refusal.known.join(', ')}.`;
    case 'reading-took-too-long':
      return `La lecture a dépassé ${refusal.seconds} secondes et a été arrêtée. Enregistrez le document sous un autre format, ou découpez-le.`;
    case 'reading-too-heavy':
      return 'La lecture demandait trop de mémoire et a été arrêtée. Enregistrez le document sous un autre format, ou découpez-le.';
    case 'reader-busy':
      return 'Beaucoup de documents sont lus en ce moment. Réessayez dans une minute.';
    case 'bad-decision':
      return BAD_DECISIONS[refusal.why];
    case 'unknown-proposal':
      return 'Cette proposition n’est pas dans le document.';
    case 'unknown-measure':
      return `La charte choisie n’a pas de mesure ${refusal.measure}.`;
    case 'unknown-level':
      return `La mesure ${refusal.measure} n’a pas de niveau ${refusal.level} dans la charte choisie.`;
    case 'stale-decision':
      return 'Quelqu’un d’autre a répondu pendant ce temps. Sa réponse est gardée, la vôtre est ci-dessous : comparez, puis répondez à nouveau.';
    case 'stale-choices':
      return 'Quelqu’un d’autre a changé ces choix pendant ce temps. Relisez-les, puis choisissez à nouveau.';
    case 'unknown-edition':
      return `Nous ne connaissons pas la charte « ${refusal.edition} ».`;
    case 'unknown-term':
      return `Aucune élection municipale de ${refusal.year} n’est connue ici.`;
    case 'not-a-day':
      return `« ${refusal.day} » n’est pas un jour. Écrivez par exemple 2020-03-15.`;
    case 'undecided':
      return refusal.proposals.length > 1
        ? `${refusal.proposals.length} propositions attendent encore un regard : ${askedAboutInWords(refusal.proposals)}.`
        : `Une proposition attend encore un regard : ${askedAboutInWords(refusal.proposals)}.`;
    case 'measure-twice':
      return `Plusieurs propositions parlent de la mesure ${refusal.measure} : gardez-en une (${passagesInWords(refusal.proposals)}).`;
    case 'nothing-promised':
      return 'Ce document ne contient plus aucun engagement : il n’y a rien à publier.';
    case 'action-twice':
      return `Plusieurs fiches portent le numéro ${refusal.number} : corrigez-en une (${passagesInWords(refusal.proposals)}).`;
    case 'title-missing':
      return 'Ce plan n’a pas de nom : donnez-lui en un.';
    case 'nothing-planned':
      return 'Ce document ne contient plus aucune fiche action : il n’y a rien à publier.';
    case 'already-published':
      return refusal.what === 'pact'
        ? `Ce brouillon est déjà publié : c’est le pacte ${refusal.id}.`
        : `Ce brouillon est déjà publié : c’est le plan ${refusal.id}.`;
    case 'same-pact':
      return `Le pacte de cette liste est déjà publié : c’est le pacte ${refusal.id}.`;
    case 'same-plan':
      return `Ce plan est déjà publié : c’est le plan ${refusal.id}.`;
    case 'file-published-before':
      return `${sayPublishedBefore(refusal.before)} Si c’est voulu, publiez avec --same-file.`;
    case 'reason-missing':
      return 'Dites pourquoi : le motif est montré sur la page.';
    case 'reason-too-long':
      return `Le motif dépasse ${refusal.limit} caractères : dites-le plus court.`;
    case 'reason-unreadable':
      return 'Le motif contient des caractères qui n’en sont pas.';
    case 'not-published':
      return `${capitalThe(refusal.what)} ${refusal.id} n’existe pas.`;
    case 'withdrawn':
      return `${capitalThe(refusal.what)} ${refusal.id} a été retiré le ${dayOf(refusal.at)}.`;
    case 'signed-here':
      if (refusal.what === 'plan') {
        return `Le plan ${refusal.id} est tenu à jour ici par la mairie : c’est elle qui publie une nouvelle version, rien n’y est corrigé ni retiré à sa place.`;
      }
      return `Le pacte ${refusal.id} a été signé sur ce site : rien ne peut y être corrigé ni retiré. Les parties peuvent signer un avenant, ou le dénoncer.`;
    case 'other-kind':
      return refusal.what === 'pact'
        ? 'Ce brouillon n’a pas été lu comme un pacte : importez le fichier avec --as pact.'
        : 'Ce brouillon n’a pas été lu comme un plan : importez le fichier avec --as plan.';
    case 'other-file':
      return `Ce brouillon vient d’un autre fichier : corriger, c’est relire le même document. Si c’est un autre document, retirez ${the(refusal.what)} ${refusal.id}, puis publiez ce brouillon.`;
    case 'other-place':
      return `Ce brouillon est d’un autre lieu. Si ${the(refusal.what)} ${refusal.id} a été publié pour un mauvais lieu, retirez-le, puis publiez ce brouillon.`;
    case 'place-missing':
      return 'Dites d’abord de quelle commune ou intercommunalité vient ce document.';
    case 'edition-missing':
      return 'Dites d’abord à quelle charte ce document répond.';
    case 'term-missing':
      return 'Dites d’abord de quelle élection vient ce document.';
    case 'charters-are-not-published':
      return 'Ce document est une charte : les chartes sont des données relues, pas des documents que l’on publie ici.';
    case 'unknown-action':
      return `Le plan ${refusal.plan} n’a pas d’action ${refusal.action}.`;
    default:
      return sayExtractRefusal(refusal);
  }
}

const BAD_DECISIONS = {
  malformed: 'Cette réponse est incomplète ou trop longue. Vérifiez les champs, puis renvoyez-la.',
  'not-for-this-proposal': 'Cette réponse ne convient pas à cette proposition.',
  'stance-needs-levels': 'Cette mesure est promise niveau par niveau : répondez pour chaque niveau.',
} as const;

function the(what: 'pact' | 'plan'): string {
  return what === 'pact' ? 'le pacte' : 'le plan';
}

function capitalThe(what: 'pact' | 'plan'): string {
  return what === 'pact' ? 'Le pacte' : 'Le plan';
}
