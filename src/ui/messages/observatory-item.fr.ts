/** Words of the page of one measure or principle in the observatory. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { DONE_WORD } from './done.fr.ts';
import { count, figure } from './format.fr.ts';
import { STANCE_WORD } from './stances.fr.ts';

export function itemTitle(name: string, title: string): string {
  return `${name} : ${title}`;
}
export function itemDescription(name: string): string {
  return `${name} dans tout le pays : combien de pactes la prennent, à quel niveau, ce qu’ils en laissent de côté, ce qui est tenu, avec la liste derrière chaque chiffre.`;
}
export function promisedOutOf(promised: number, pacts: number): string {
  return `${promised < 2 ? 'pacte la promet' : 'pactes la promettent'}, en tout ou en partie, sur ${figure(pacts)}.`;
}
export const ITS_WORDS = 'Le texte de la charte';
export const ALL_MEASURES = 'Toutes les mesures';
export const STANCES_TITLE = 'Positions, niveau par niveau';
export function stancesCaption(pacts: number): string {
  return `Nombre de pactes sur ${figure(pacts)}. La première colonne réunit « pris » et « pris en partie ».`;
}
export const COLUMN_LEVEL = 'Niveau';
export const COLUMN_TAKEN = 'Part des pactes qui le prennent';
export const COLUMN_SILENT = 'n’en parle pas';
export const WHOLE = 'En tout';
/** Pacts that have no line about it: neither taken nor refused. */
export function silent(
  row: { readonly stances: readonly { readonly pacts: { readonly figure: number } }[] },
  pacts: number,
): string {
  return figure(pacts - row.stances.reduce((sum, stance) => sum + stance.pacts.figure, 0));
}
/** Instead of a column of zeros each. */
export function zeroAtEachLevel(stances: readonly Stance[]): string {
  return `Zéro à chaque niveau : ${stances.map((stance) => STANCE_WORD[stance]).join(', ')}.`;
}
export const DONE_TITLE = 'Ce qui est fait de la promesse';
export function doneCaption(looked: Readonly<Record<Voice, number>>, promised: number): string {
  return `Dernier avis de chaque voix, sur ${count(promised, 'pacte qui l’a promise', 'pactes qui l’ont promise')} : ${figure(looked.collective)} regardés par un collectif, ${figure(looked['town-hall'])} par une mairie.`;
}
export const COLUMN_STATE = 'État';
export const NEVER_LOOKED = 'Personne n’a regardé';
export function never(looked: number, promised: number): string {
  return figure(promised - looked);
}
/** Instead of a line of zeros each. */
export function zeroForEachVoice(states: readonly AssessmentStatus[]): string {
  return `Zéro pour chaque voix : ${states.map((state) => DONE_WORD[state].toLowerCase()).join(', ')}.`;
}
export const CLAUSES_TITLE = 'Alinéas laissés de côté ou reformulés';
export function amendedOutOf(pacts: number, promised: number): string {
  const who = pacts < 2 ? 'pacte la prend' : 'pactes la prennent';
  return `${who} avec d’autres mots, sur ${figure(promised)} qui la ${promised < 2 ? 'promet' : 'promettent'}.`;
}
/** To the words themselves, for the whole country. */
export const WORDS_SIGNED = 'Les mots signés, et ce qui en a été dit, dans tout le pays';
/** The denominator of each line of the clauses. */
export const CLAUSES_OUT_OF = 'Chaque nombre se lit sur les pactes qui prennent ce niveau, en tout ou en partie.';
export function outOfTaken(taken: number): string {
  return `sur ${figure(taken)}`;
}
export const COLUMN_CLAUSE = 'Alinéa de la charte';
export const COLUMN_EXCEPTED = 'Laissé de côté';
export const COLUMN_REWORDED = 'Reformulé';
export function clauseHere(level: number, clause: number): string {
  if (level === 0) return 'Titre';
  return clause === 0 ? `N${level}` : `N${level}, ${clause}`;
}
