/** Words of the page where a town hall ties the actions of its plan to its promises. */
import type { LinkReason } from '#domain/plan/link.ts';
import type { CannotMakeAction } from '#use-cases/plan-links/make-action-of-promise.ts';
import { count, figure, listOf } from './format.fr.ts';

export const TITLE = 'Engagements et actions';
export const LEDE =
  'Dites quelle action met en œuvre quel engagement. Le site signale ce qui se ressemble et dit pourquoi ; il ne relie jamais rien de lui-même.';
export const SEEN_WHEN =
  'Un lien vers une action déjà publiée est visible de tout le monde aussitôt. Les autres le seront avec leur action.';
export const NO_PROMISE =
  'Aucun pacte publié n’engage ici la municipalité. Quand il y en aura un, ses engagements seront listés ici.';
export const WITHOUT_ACTION = 'Engagements sans action';
export const WITH_ACTIONS = 'Engagements qui ont une action';
export const WITHOUT_PROMISE = 'Actions sans engagement';
export const ALL_HAVE_ACTIONS = 'Chaque engagement a au moins une action.';
export const NONE_HAS_ACTIONS = 'Aucun engagement n’a encore d’action.';
export const ALL_HAVE_PROMISE = 'Chaque action met en œuvre au moins un engagement.';
export const NO_ACTION_YET = 'Ce plan n’a encore aucune action.';
export const WITHOUT_PROMISE_NOTE =
  'Ce n’est pas un défaut : une municipalité fait bien plus que ce qu’elle a promis dans un pacte.';
export const PROMISED_TEXT = 'Ce qui a été promis';
export const ALIKE = 'Se ressemblent';
export const LINK = 'Relier';
export const UNLINK = 'Délier';
export const DISMISS = 'Pas le même sujet';
export const DISMISSED = 'Écartées';
export const TAKE_BACK = 'Proposer de nouveau';
export const OTHER_ACTION = 'Relier une action, par son numéro';
export const MAKE_ACTION = 'En faire une action';
export const MAKE_ANOTHER = 'En faire une action de plus';
export const NOT_MADE = 'L’action n’a pas été créée';
export const NO_PLAN_HERE = 'La mairie n’a encore aucun plan ici.';
export const START_PLAN = 'Commencer un plan';
export const MADE_OF =
  'L’action portera ce texte et sera reliée à l’engagement. Vous direz ensuite qui la pilote, et quand.';
export const CHOOSE_PROMISE = 'À quel engagement relier cette action ?';
export const NOT_LINKED = 'Le lien n’a pas été fait';
export const SHOW_ALL = 'Montrer toutes les actions';
export const PUBLIC_PAGE = 'Ce que tout le monde voit';

export const DONE: Readonly<Record<string, string>> = {
  relie: 'C’est relié.',
  deja: 'Ce lien existait déjà.',
  delie: 'Le lien est retiré.',
  ecarte: 'Cette ressemblance ne sera plus proposée.',
  repris: 'Cette ressemblance peut être proposée de nouveau.',
};

export function answers(of: {
  readonly promises: number;
  readonly carried: number;
  readonly actions: number;
  readonly unlinked: number;
}): readonly { readonly figure: string; readonly words: string }[] {
  return [
    {
      figure: `${figure(of.carried)} sur ${figure(of.promises)}`,
      words: 'engagements avec au moins une action',
    },
    {
      figure: `${figure(of.unlinked)} sur ${figure(of.actions)}`,
      words: 'actions sans engagement',
    },
  ];
}

export function actionCalled({ number, title }: { readonly number: string; readonly title: string }): string {
  return `${number}. ${title}`;
}

export function linkNamed(action: string, promise: string): string {
  return `« ${action} » à « ${promise} »`;
}

/** Why it is proposed, as a sentence. */
export function reasonOf(reason: LinkReason): string {
  switch (reason.kind) {
    case 'names-measure':
      return `La fiche cite l’engagement : « ${reason.words} ».`;
    case 'same-title':
      return 'La fiche porte le titre de la mesure.';
    case 'shared-words':
      return `Mots communs : ${listOf(reason.words.map(sharedWord))}.`;
  }
}

function sharedWord({ action, commitment }: { readonly action: string; readonly commitment: string }): string {
  const [here, there] = [action.replace(/\s+/g, ' '), commitment.replace(/\s+/g, ' ')];
  return alike(here, there) ? `« ${there} »` : `« ${here} » et « ${there} »`;
}

function alike(here: string, there: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  return plain(here).slice(0, 5) === plain(there).slice(0, 5);
}

export function makeIn(plan: string): string {
  return `Créer l’action dans « ${plan} »`;
}

export function moreActions(more: number): string {
  return count(more, 'autre action', 'autres actions');
}

export function madeAction(number: string): string {
  return `L’action ${number} est créée, avec le texte de l’engagement. Elle n’a encore ni statut, ni pilote, ni date.`;
}

export function sayTieRefusal(
  refusal: CannotMakeAction | { readonly kind: 'no-such-number'; readonly number: string },
): string {
  switch (refusal.kind) {
    case 'no-such-number':
      return refusal.number === ''
        ? 'Écrivez le numéro de l’action à relier.'
        : `Ce plan n’a pas d’action numéro « ${refusal.number} ».`;
    case 'unknown-plan':
      return 'Ce plan n’existe pas.';
    case 'plan-not-now':
      return 'Ce plan est rangé : ressortez-le pour y travailler.';
    case 'unknown-action':
      return 'Cette action n’est plus dans le plan. Quelqu’un l’a peut-être retirée entre-temps.';
    case 'unknown-promise':
      return 'Cet engagement n’a été pris ici par personne. Le pacte a peut-être été corrigé entre-temps.';
    case 'unknown-axis':
    case 'number-wrong':
    case 'number-taken':
    case 'unknown-entries':
    case 'sheet-faults':
      return 'L’action n’a pas pu être créée. Rechargez la page, puis réessayez.';
  }
}
