/** Words of the money of a plan: every total says what it leaves out. */
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import type { Total } from '#domain/plan/budget.ts';
import { count, day, figure } from './format.fr.ts';
import { euros, NATURE_WORD } from './plan-words.fr.ts';

export const KIND_NAME = {
  'spending forecast': 'Dépenses prévues',
  'spending real': 'Dépenses réelles',
  'receipt forecast': 'Recettes prévues',
  'receipt real': 'Recettes réelles',
} as const satisfies Readonly<Record<`${AmountLine['direction']} ${AmountLine['stage']}`, string>>;

/** After the title of its action. */
export function leftOutLine({ direction, stage, year, words }: AmountLine): string {
  return `· ${KIND_NAME[`${direction} ${stage}`]}${year === null ? '' : `, ${year}`} : « ${words} »`;
}

export const WHOLE = 'Ensemble du plan';
export const BY_YEAR = 'Par année';
export const BY_NATURE = 'Par nature';
export const BY_AXIS = 'Par axe';
export const YEAR = 'Année';
export const NATURE = 'Nature';
export const AXIS = 'Axe';
export const YEAR_UNSAID = 'année non dite';
export const NO_AXIS = 'sans axe';
export const NOTHING = 'rien d’écrit';

/** « 12 000 € », « rien d’écrit », « aucun chiffre exact ». */
export function totalWord(total: Total): string {
  if (total.lines === 0) return NOTHING;
  return total.euros === null ? 'aucun chiffre exact' : euros(total.euros);
}

/** Null: nothing was left out. */
export function leftOut({ withoutFigure }: Total): string | null {
  return withoutFigure === 0
    ? null
    : `sans ${count(withoutFigure, 'ligne', 'lignes')} dont la somme n’est pas un chiffre exact`;
}

export function amountsKnown({ all, withAmount }: { all: number; withAmount: number }): string {
  return `${figure(withAmount)} sur ${count(all, 'action porte', 'actions portent')} au moins un montant. Ce qui n’a pas de montant ne compte pas pour zéro : on ne sait pas.`;
}

export function natureWord(nature: AmountLine['nature']): string {
  return NATURE_WORD[nature ?? 'unsaid'];
}

export const NO_AMOUNT =
  'Rien encore : aucun montant n’est écrit dans ce plan. On ne peut donc rien additionner, et l’on ne sait pas ce qu’il coûte.';

export const FUNDERS = 'Financements par financeur';
export const FUNDER = {
  name: 'Financeur',
  granted: 'Obtenu',
  asked: 'Demandé',
  open: 'À demander ou non dit',
  refused: 'Refusé',
} as const;

export const CALLS = 'Appels à projets et dates limites';
export const CALL = {
  deadline: 'Date limite',
  call: 'Appel ou aide',
  funder: 'Financeur',
  action: 'Action',
  state: 'État',
  sum: 'Montant',
} as const;
export const CALL_UNNAMED = 'sans nom';
export function deadlineWord(deadline: string, today: string): string {
  return deadline < today ? `${day(deadline)} (passée)` : day(deadline);
}

export const LEFT_OUT = 'Ce que les totaux laissent de côté';
export const LEFT_OUT_LEDE =
  'Ces montants ne sont pas un chiffre exact (« 10 000 à 15 000 », « à préciser »). Ils sont gardés tels qu’écrits et ne sont dans aucun total.';
export function othersLeftOut(others: number): string {
  return `et ${count(others, 'autre', 'autres')}, dans les fichiers à télécharger.`;
}
