/** Words of one change made to many actions at once, seen before it is made. */
import { sayPlanRefusal } from './plan-refusals.fr.ts';
import type { CannotChangeMany, CannotSeeMany } from '#use-cases/plans/change-many-actions.ts';
import { count, figure, listOf } from './format.fr.ts';

export const CHOOSE =
  'Cochez les actions à changer, puis dites ce qui change. Rien n’est changé avant votre confirmation.';
export function chooseRow(number: string, title: string): string {
  return `Choisir ${number} ${title}`.replace(/\s+/g, ' ');
}
export const CHANGE_CHOSEN = 'Changer les actions cochées';
export const ASK_CHOSEN = 'Demander des nouvelles des actions cochées';
export function changeAllFound(found: number): string {
  return `Changer ${found > 1 ? `les ${figure(found)} actions trouvées` : 'l’action trouvée'}`;
}

export const MANY_TITLE = 'Changer plusieurs actions';
export function chosenLine(actions: number): string {
  return `${count(actions, 'action choisie', 'actions choisies')}.`;
}
export const KEEP = 'ne pas changer';
export const ERASE_START = 'Effacer la date de début';
export const ERASE_END = 'Effacer la date de fin';
export const NO_PRIORITY = 'aucune priorité';
export const NO_AXIS = 'sans axe';
export const ADD_LEAD = 'Ajouter un pilote';
export const ADD_LEAD_HINT =
  'Le nom d’une personne, d’un service ou d’un organisme. S’il est déjà dans votre annuaire, c’est le même.';
export const LEAD_KIND = 'Ce nom est celui';
export const LEAD_KINDS = [
  { value: 'service', label: 'd’une direction ou d’un service' },
  { value: 'organisation', label: 'd’un organisme' },
  { value: 'person', label: 'd’une personne (nom privé tant qu’elle n’a pas dit oui)' },
  { value: 'elected', label: 'd’une élue ou d’un élu' },
] as const;
export const BLOCKED_WHY = 'Ce qui bloque';
export const BLOCKED_UNBLOCKS = 'Ce qui débloquerait';
export const ASK_WHY = 'Dites ce qui bloque, et ce qui débloquerait : c’est ce que les autres ont besoin de savoir.';
export const BLOCKED_HINT = 'Seulement pour le statut « Bloqué ».';
export const VISIBILITY = 'Visibilité';
export const AXIS = 'Axe';
export const SEE = 'Voir ce qui changera';

export const PREVIEW = 'Ce qui changera';
export const CORRECT = 'Dire autre chose';
export const BECOMES = 'devient';
export const NOTHING = 'rien';
export function confirmFor(actions: number): string {
  return `Confirmer pour ${count(actions, 'action', 'actions')}`;
}
export function willChange(actions: number): string {
  return `${count(actions, 'action changera', 'actions changeront')}.`;
}
export function nothingChanges(same: number): string {
  return `Rien ne changera : ${count(same, 'action est déjà ainsi', 'actions sont déjà ainsi')}.`;
}
export function alreadySo(actions: number): string {
  return `${count(actions, 'action est déjà ainsi et ne changera pas', 'actions sont déjà ainsi et ne changeront pas')}.`;
}
export function cannotBeSo(actions: number): string {
  return `${count(actions, 'action ne peut pas changer ainsi', 'actions ne peuvent pas changer ainsi')} :`;
}
export function othersChange(others: number): string {
  return `et ${count(others, 'autre action', 'autres actions')} de la même façon.`;
}
export const BACK = 'Revenir sans rien changer';

export function changed(actions: number): string {
  return actions === 0
    ? 'Rien n’a changé : tout était déjà ainsi.'
    : `${count(actions, 'action changée', 'actions changées')}.`;
}

export const MOVE_TITLE = 'Déplacer';
export const MOVE_HOW = 'Cochez des actions, puis pressez le bouton de la colonne où elles vont.';
export function moveHere(status: string): string {
  return `Mettre ici : ${status}`;
}

export const LEAD_TOO_LONG = 'Le nom du pilote dépasse 200 caractères : raccourcissez-le.';
export const NOT_A_DAY = 'Une date s’écrit jour, mois, année : choisissez-la dans le calendrier du champ.';

export function sayManyRefusal(refusal: CannotChangeMany | CannotSeeMany): string {
  switch (refusal.kind) {
    case 'no-action-chosen':
      return 'Aucune action n’est choisie, ou elles ont été retirées depuis. Revenez au tableau et cochez-en au moins une.';
    case 'nothing-to-change':
      return 'Rien n’est à changer : remplissez au moins un champ.';
    case 'actions-gone':
      return `${count(refusal.actions.length, 'action a été retirée', 'actions ont été retirées')} du plan pendant que vous prépariez ce changement. Rien n’a été changé : relisez ce qui reste, puis confirmez.`;
    case 'many-edited-meanwhile':
      return `Quelqu’un d’autre vient de changer la même chose sur ${listOf(refusal.actions.map(({ number, title }) => `${number} ${title}`.trim()))}. Rien n’a été changé : relisez ce qui est écrit maintenant, puis confirmez si c’est toujours ce que vous voulez.`;
    case 'many-not-written':
      return `Rien n’a été changé, à cause de ${refusal.action.number} ${refusal.action.title} : ${sayPlanRefusal(refusal.why)}`;
    default:
      return sayPlanRefusal(refusal);
  }
}
