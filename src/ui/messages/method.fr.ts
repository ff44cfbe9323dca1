/** Words around the method, which has its own text in data/method. */
import { DONE_WORD, type DoneState } from './done.fr.ts';

export const ABOUT = 'À propos';
export const DESCRIPTION =
  'Ce que veut dire « tenu », « en partie », « rompu » ; comment compte un niveau ; comment se font les totaux ; qui parle.';
export const VERSIONS = 'Toutes les versions';
export const NOT_THE_LATEST = 'Ce n’est plus la version en vigueur.';
export const SEE_LATEST = 'Voir la version en vigueur';
export const versionNamed = (version: string): string => `Méthode ${version}`;
export const versionLine = (version: string, since: string): string => `Méthode ${version}, depuis le ${since}.`;
export const inForce = (since: string): string => `depuis le ${since}`;

/** The state whose button has this word: its mark is shown with it. Null: it names something else. */
export function stateNamed(term: string | null): DoneState | null {
  return (Object.keys(DONE_WORD) as DoneState[]).find((state) => DONE_WORD[state] === term) ?? null;
}
