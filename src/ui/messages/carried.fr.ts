/** Words of the public page that puts promises and actions face to face. */
import { a, day, dePlace, figure, listOf } from './format.fr.ts';
import { signatory } from './pact.fr.ts';
import type { PlaceKind } from './town-hall.fr.ts';

export const TITLE = 'Engagements et actions';
export const WITHOUT_ACTION = 'Engagements sans action';
export const WITH_ACTIONS = 'Engagements qui ont une action';
export const WITHOUT_PROMISE = 'Actions sans engagement';
export const NOTE =
  'Une action figure ici quand une personne a dit qu’elle met en œuvre l’engagement. Avoir une action n’est pas avoir tenu parole ; ne pas en avoir n’est pas avoir rompu.';
export const WHO_COUNTS =
  'Ne sont comptés que les engagements des listes qui gouvernent, ou dont on ne sait pas ce qu’elles sont devenues.';
export const WITHOUT_PROMISE_NOTE = 'On fait bien plus, ici comme ailleurs, que ce qui a été promis dans un pacte.';
export const ALL_HAVE = 'Chaque engagement a au moins une action.';
export const NONE_HAS = 'Aucun engagement n’a encore d’action.';
export const NO_OTHER = 'Chaque action publiée met en œuvre au moins un engagement.';
export const THESE = 'ces engagements et leurs actions';

type Place = { readonly name: string; readonly kind: PlaceKind };

function governs(kind: PlaceKind): string {
  return kind === 'grouping' ? 'l’intercommunalité' : 'la municipalité';
}

export function title(place: string): string {
  return `${TITLE} ${a(place)}`;
}

export function description(place: string): string {
  return `${place} : quelles actions des plans publiés mettent en œuvre les engagements du pacte, lesquels n’en ont aucune.`;
}

export function lede({ name, kind }: Place): string {
  return `Ce que ${governs(kind)} ${dePlace(name)} prévoit de faire pour tenir ce qui a été signé.`;
}

export function noPromise({ name, kind }: Place): string {
  return `Aucun pacte publié n’engage ${governs(kind)} ${dePlace(name)}.`;
}

export function knownHere(place: string): string {
  return `Ce qui est connu ${a(place)}`;
}

export function noAction(place: string): string {
  return `Aucun plan d’action n’est publié ${a(place)} : on ne sait pas ce qui est prévu.`;
}

export function answers(of: {
  readonly promises: number;
  readonly carried: number;
  readonly actions: number;
  readonly others: number;
  readonly today: string;
}): readonly { readonly figure: string; readonly words: string; readonly unknown?: boolean }[] {
  const { promises, carried, actions, others, today } = of;
  return [
    {
      figure: `${figure(carried)} sur ${figure(promises)}`,
      words: `engagements avec au moins une action, au ${day(today)}`,
    },
    actions === 0
      ? { figure: 'Inconnu', words: 'aucun plan d’action publié', unknown: true }
      : { figure: `${figure(others)} sur ${figure(actions)}`, words: 'actions publiées sans engagement' },
  ];
}

export function signedBy(
  signed: readonly { readonly listName: string | null; readonly leader: string | null }[],
): string {
  return `Promis par ${listOf([...new Set(signed.map(signatory))])}`;
}

export function more(count: number): string {
  return `Et ${figure(count)} autres.`;
}
