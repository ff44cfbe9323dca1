/** Words of the page where a town hall asks for news of its actions and reads them. */
import type { Rhythm } from '#domain/plan/action-news.ts';
import type { Asked, CannotAskNews } from '#use-cases/plan-news/ask-news.ts';
import type { SaidNews } from '#domain/plan/news-kept.ts';
import type { CannotShowNews } from '#use-cases/plan-news/show-news.ts';
import { count, dayOf, figure, listOf } from './format.fr.ts';
import { STATUS_WORD } from './plan-words.fr.ts';

export const TITLE = 'Nouvelles des actions';
export const LEDE =
  'Demandez aux pilotes où en sont leurs actions : chacun·e reçoit un seul message, répond depuis un téléphone, sans compte ni mot de passe.';
export const ASK = 'Demander des nouvelles';
export const ASK_ALL = 'Demander à toutes et tous';
export const ASK_ONE = 'Demander';
export const WORDS = 'Un mot de votre part (facultatif)';
export const LEADS = 'Qui pilote';
export const NO_LEAD =
  'Aucune action de ce plan n’a de pilote. Dites sur chaque fiche qui la suit, et donnez son adresse dans l’annuaire.';
export const ALL_OVER = 'Rien à demander : les actions qui ont un pilote sont terminées, ou leur pilote les a rendues.';
export const NO_ADDRESS = 'pas d’adresse dans l’annuaire';
export const LEFT = 'n’est plus là';
export const RHYTHM = 'Demander automatiquement';
export const AT_ONCE = 'Montrer les nouvelles à tout le monde dès qu’elles arrivent';
export const AT_ONCE_NOTE =
  'Sinon, elles seront montrées avec la prochaine version publiée. Une nouvelle qui cite une personne dont le nom n’est pas public attend dans tous les cas que vous la relisiez. Les photos et documents joints à la fiche restent privés tant que vous ne les montrez pas.';
export const SAVE = 'Enregistrer';
export const SETTINGS = 'Réglages';
export const RECEIVED = 'Reçues';
export const NO_NEWS = 'Aucune nouvelle pour l’instant.';
export const GIVEN_BACK = 'À réattribuer';
export const GIVEN_BACK_NOTE =
  'Ces personnes disent ne plus suivre l’action, ou ne travaillent plus ici. La fiche n’a pas changé : dites qui la pilote désormais.';
export const HIDE = 'Garder pour nous';
export const SHOW = 'Ne plus garder pour nous';
export const NOT_DONE = 'Rien n’a été envoyé';
export const PHOTO = 'la photo';
export const FILE = 'le document';
export const QUIET =
  'Le message part au bout d’un quart d’heure, avec tout ce que vous aurez demandé d’ici là à la même personne. Une relance par mois au plus, quatre messages en tout par demande, aucune après la réponse.';

export const RHYTHM_WORD: Readonly<Record<Rhythm, string>> = {
  0: 'Jamais : seulement quand quelqu’un demande',
  1: 'Tous les mois',
  3: 'Tous les trois mois',
  6: 'Tous les six mois',
};

export function ofActions(count_: number): string {
  return count(count_, 'action', 'actions');
}

export function waitingSince(at: Date): string {
  return `attend une réponse depuis le ${dayOf(at)}`;
}

export function mailed(at: Date): string {
  return `dernier message le ${dayOf(at)}`;
}

export function summaryOf({ asked, already, recent, withoutAddress }: Asked): readonly string[] {
  return [
    asked.length === 0 ? 'Aucun message n’est parti.' : `Un message part dans un quart d’heure pour ${listOf(asked)}.`,
    ...(already.length === 0 ? [] : [`Déjà demandé il y a moins d’un mois : ${listOf(already)}.`]),
    ...(recent.length === 0 ? [] : [`A donné des nouvelles de tout il y a moins d’un mois : ${listOf(recent)}.`]),
    ...(withoutAddress.length === 0 ? [] : [`Sans adresse dans l’annuaire, ou parti·e : ${listOf(withoutAddress)}.`]),
  ];
}

export function saidBy({ by, at }: Pick<SaidNews, 'by' | 'at'>): string {
  return `${by ?? 'La mairie'}, le ${dayOf(at)}`;
}

export function saidWhat({ kind, status }: Pick<SaidNews, 'kind' | 'status'>): string {
  if (kind === 'nothing-new') return 'Rien de neuf';
  if (kind === 'not-mine') return 'Ce n’est plus moi';
  return status === null ? 'Statut inchangé' : STATUS_WORD[status];
}

export function seenBy({ publishedAt, hiddenAt }: Pick<SaidNews, 'publishedAt' | 'hiddenAt'>): string {
  if (hiddenAt !== null) return 'gardée pour vous';
  return publishedAt === null
    ? 'sera montrée avec la prochaine version'
    : `visible de tout le monde depuis le ${dayOf(publishedAt)}`;
}

export const DONE: Readonly<Record<string, string>> = {
  reglages: 'C’est enregistré.',
  cachee: 'Cette nouvelle reste entre vous.',
  montree: 'Cette nouvelle sera montrée avec son action.',
};

export function sayAskRefusal(refusal: CannotAskNews | CannotShowNews): string {
  switch (refusal.kind) {
    case 'unknown-plan':
      return 'Ce plan n’existe pas.';
    case 'plan-not-now':
      return 'Ce plan est rangé : ressortez-le pour y travailler.';
    case 'words-too-long':
      return `Votre mot est trop long : ${figure(refusal.limit)} signes au plus.`;
    case 'no-action-chosen':
      return 'Cochez au moins une action.';
    case 'unknown-news':
      return 'Cette nouvelle n’est pas de ce plan.';
  }
}
