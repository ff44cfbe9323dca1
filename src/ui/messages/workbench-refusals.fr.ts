/** Why something of the workbench was refused, and what stands in the way of publishing: one sentence a kind. */
import type { OutOfBounds } from '#domain/workbench/bounds.ts';
import type { DraftAdvice, DraftProblem } from '#domain/workbench/problems.ts';
import type { CannotAbandonDraft } from '#use-cases/workbench/abandon-draft.ts';
import type { CannotArrange } from '#use-cases/workbench/arrange-measures.ts';
import type { CannotChangeHead } from '#use-cases/workbench/change-head.ts';
import type { CannotOffer } from '#use-cases/workbench/offer-edition.ts';
import type { CannotOpenDraft } from '#use-cases/workbench/open-draft.ts';
import type { CannotPublishEdition } from '#use-cases/workbench/publish-edition.ts';
import type { CannotShape } from '#use-cases/workbench/shape-measures.ts';
import type { CannotWriteMeasure } from '#use-cases/workbench/write-measure.ts';
import { count, figure, listOf } from './format.fr.ts';

export type WorkbenchRefusal =
  | CannotOpenDraft
  | CannotAbandonDraft
  | CannotChangeHead
  | CannotWriteMeasure
  | CannotShape
  | CannotArrange
  | CannotPublishEdition
  | CannotOffer;

export function sayWorkbenchRefusal(refusal: WorkbenchRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Cette édition ne peut pas être changée par vous, ou plus maintenant : publiée ou abandonnée, elle ne change plus.';
    case 'unknown-edition-draft':
      return 'Cette édition n’est pas dans l’atelier.';
    case 'unknown-draft-measure':
      return 'Cette mesure n’est plus dans l’édition : quelqu’un l’a peut-être retirée ou fusionnée. Revenez à la liste des mesures.';
    case 'unknown-edition':
      return 'Nous ne connaissons pas cette édition.';
    case 'collective-not-active':
      return 'Ce collectif n’est pas actif : il ne peut pas écrire d’édition locale.';
    case 'bad-address':
      return 'L’adresse s’écrit en minuscules, chiffres et traits d’union, 80 caractères au plus : « pacte-transition-2032 ».';
    case 'address-taken':
      return 'Une édition publiée a déjà cette adresse. Choisissez-en une autre.';
    case 'address-held':
      return 'Une autre édition de l’atelier a déjà cette adresse. Choisissez-en une autre, ou abandonnez l’autre édition.';
    case 'address-not-local':
      return 'L’adresse d’une édition locale commence par « local- » : « local-rivemont-2032 ».';
    case 'address-for-collectives':
      return 'Les adresses qui commencent par « local- » sont celles des éditions des collectifs. Choisissez-en une autre.';
    case 'title-of-the-country':
      return `« ${refusal.title} » est le titre d’une édition nationale. Ajoutez au vôtre le nom de votre territoire.`;
    case 'withdrawal-reason-missing':
      return 'Écrivez pourquoi cette édition n’est plus proposée : sa page le dit à tout le monde.';
    case 'withdrawn-by-others':
      return refusal.by === 'country'
        ? 'L’équipe nationale a retiré cette édition : elle seule peut la proposer à nouveau. Écrivez-lui.'
        : 'Son collectif a retiré cette édition : lui seul peut la proposer à nouveau.';
    case 'bad-year':
      return 'Écrivez l’année en quatre chiffres : 2032.';
    case 'bad-minimum':
      return 'Le nombre minimal de mesures est un nombre entier à partir de 1. Laissez vide si la charte n’en demande pas.';
    case 'organisation-missing':
      return 'Écrivez le nom de l’organisation qui demande aux candidat·es de signer.';
    case 'bad-letter':
      return `Un principe se désigne par une seule lettre, de A à Z, et non « ${refusal.letter} ».`;
    case 'principle-twice':
      return `Deux principes ont la lettre ${refusal.letter}. Donnez-en une autre à l’un des deux.`;
    case 'head-changed-meanwhile':
    case 'measure-changed-meanwhile':
      return 'Ce que vous avez écrit n’est pas encore enregistré : comparez avec ce qui l’est, puis enregistrez à nouveau.';
    case 'measure-rewritten':
      return refusal.which === 'this'
        ? 'Quelqu’un a changé cette mesure depuis que cette page vous a été montrée. Rien n’est fait. Ce qui est enregistré est maintenant sur cette page : relisez, puis recommencez.'
        : 'Quelqu’un a changé la mesure que vous avez choisie depuis que cette page vous a été montrée. Rien n’est fait : relisez-la, puis recommencez.';
    case 'unknown-theme':
      return 'Ce thème n’existe plus dans cette édition. Choisissez-en un autre.';
    case 'unknown-origin':
      return `Aucune mesure ${refusal.origin.measure} dans l’édition « ${refusal.origin.edition} », ou elle n’est ni nationale ni de votre collectif.`;
    case 'origins-are-kept':
      return 'Ce dont une mesure vient se décide en la scindant ou en la fusionnant.';
    case 'merge-with-itself':
      return 'Choisissez une autre mesure avec laquelle la fusionner.';
    case 'bad-number':
      return 'Un numéro de mesure est un nombre entier de 1 à 999.';
    case 'number-given-twice':
      return `Deux mesures auraient le numéro ${refusal.number}. Rien n’est changé.`;
    case 'numbers-changed-meanwhile':
      return 'Quelqu’un a changé les numéros ou les mesures depuis que cette page vous a été montrée. Rien n’est changé : vos numéros sont dans le formulaire, ceux qui sont enregistrés à côté. Vérifiez, puis enregistrez à nouveau.';
    case 'already-published':
      return 'Cette édition est déjà publiée.';
    case 'consultation-under-way':
      return `La consultation « ${refusal.title} » est annoncée ou en cours sur ce projet : annulez-la d’abord, avec une raison publique, ou attendez son décompte.`;
    case 'draft-changed-since':
      return 'Quelqu’un a changé cette édition depuis que vous l’avez relue. Relisez-la telle qu’elle est maintenant, puis publiez.';
    case 'draft-has-problems':
      return `${count(refusal.problems.length, 'point reste', 'points restent')} à régler avant de publier : ils sont listés ci-dessous.`;
    default:
      return outOfBounds(refusal);
  }
}

const TOO_LONG = {
  title: 'Le titre',
  introduction: 'Un paragraphe de l’introduction',
  clause: 'Un alinéa',
  label: 'L’intitulé d’un niveau',
  reason: 'Cette explication',
  name: 'Ce nom',
  preamble: 'Un paragraphe du préambule',
  principle: 'Un principe',
  theme: 'Le nom d’un thème',
} as const;

const TOO_MANY = {
  measures: 'mesures dans une édition',
  clauses: 'alinéas dans un niveau',
  paragraphs: 'paragraphes',
  principles: 'principes',
  themes: 'thèmes ou regroupements',
} as const;

function outOfBounds(refusal: OutOfBounds): string {
  switch (refusal.kind) {
    case 'title-missing':
      return 'Écrivez un titre.';
    case 'words-too-long':
      return `${TOO_LONG[refusal.field]} dépasse ${figure(refusal.most)} caractères. Raccourcissez, ou coupez en deux.`;
    case 'too-many':
      return `Au plus ${refusal.most} ${TOO_MANY[refusal.what]}.`;
  }
}

/** `named`: a measure of the draft as one reads it. */
export function sayDraftProblem(problem: DraftProblem, named: (measure: number) => string): string {
  switch (problem.kind) {
    case 'address-taken':
      return 'Une édition publiée a déjà cette adresse.';
    case 'consultation-under-way':
      return `La consultation « ${problem.title} » n’est pas finie, ou n’est pas encore comptée.`;
    case 'contributions-unanswered':
      return `${count(problem.contributions, 'proposition attend', 'propositions attendent')} une réponse dans la consultation « ${problem.title} ».`;
    case 'doubts-open':
      return `${count(problem.doubts, 'doute', 'doutes')} de la lecture automatique à lever : comparez avec le document.`;
    case 'no-publisher':
      return 'Qui la publie n’est pas dit.';
    case 'no-measure':
      return 'Elle n’a aucune mesure.';
    case 'number-missing':
      return `« ${named(problem.measure)} » n’a pas de numéro.`;
    case 'number-twice':
      return `Deux mesures ont le numéro ${problem.number}.`;
    case 'reason-missing':
      return `« ${named(problem.measure)} » : ${REASON_MISSING[problem.change]}`;
    case 'measure-forgotten':
      return `On ne dit pas ce que devient la mesure ${problem.origin.measure}.`;
    case 'minimum-too-high':
      return `Le minimum demandé (${problem.minimum}) dépasse le nombre de mesures (${problem.measures}).`;
    case 'unknown-principle':
      return `Le principe ${problem.letter} est demandé à chaque pacte et n’existe pas.`;
    case 'theme-missing':
      return `« ${named(problem.measure)} » n’a pas de thème dans « ${problem.grouping} ».`;
    case 'reference-moved':
      return problem.now.length === 0
        ? `« ${named(problem.measure)} » renvoie à la mesure ${problem.was}, qui n’existe plus : « ${problem.quote} ».`
        : `« ${named(problem.measure)} » renvoie à la mesure ${problem.was}, devenue ${listOf(problem.now.map(String))} : « ${problem.quote} ».`;
  }
}

const REASON_MISSING = {
  kept: 'il manque la raison.',
  modified: 'dites pourquoi elle est modifiée.',
  merged: 'dites pourquoi ces mesures sont fusionnées.',
  split: 'dites pourquoi elle est scindée.',
  removed: 'dites pourquoi elle est retirée.',
  added: 'dites pourquoi elle est ajoutée.',
} as const;

export function sayDraftAdvice(advice: DraftAdvice, named: (measure: number) => string): string {
  switch (advice.kind) {
    case 'measure-without-level':
      return `« ${named(advice.measure)} » n’a aucun niveau : elle sera figée ainsi, un titre que personne ne peut prendre à un niveau.`;
    case 'notes-to-review':
      return `« ${named(advice.measure)} » : ${count(advice.notes, 'note', 'notes')} sur des mots qui changent, à garder ou non.`;
    case 'empty-theme':
      return `Aucune mesure n’est dans le thème « ${advice.theme} » (${advice.grouping}) : il ne sera pas publié.`;
  }
}
