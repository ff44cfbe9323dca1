/** Words of the page where every promise of a pact stands with what both voices say of it. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import { count } from './format.fr.ts';
import { voiceName, type Speaking } from './follow-up.fr.ts';

export const MEASURES = 'Mesures';
export const PRINCIPLES = 'Principes';
export const LOCALS = 'Engagements locaux';
export const STEP = 'suivi';
export const followUpTitle = (pact: string): string => `${pact} : où en est chaque promesse`;
export const followUpDescription = (place: string): string =>
  `${place} : ce qui a été promis, ce qui a été tenu selon le collectif et selon la mairie, promesse par promesse, avec les preuves et les dates.`;

export function awaits(voice: Voice, speaking: Speaking): string {
  const name = voiceName(voice, speaking);
  return `${name} n’a pas encore répondu`;
}
export function awaitedLine(awaited: number): string {
  return awaited === 0 ? '' : `${count(awaited, 'promesse attend', 'promesses attendent')} la réponse de l’autre voix.`;
}
export const SPEAK = 'Évaluer ou répondre';
export const NOTHING = 'Ce pacte ne promet rien que l’on puisse suivre.';
export const NO_COLLECTIVE =
  'Aucun collectif n’est encore actif ici : personne ne regarde ce qui a été promis. Vous pouvez en fonder un.';
export const FOUND = 'Fonder un collectif';
export function nobodyAnswers(name: string): string {
  return `Personne ne peut encore répondre ici : ${name.charAt(0).toLowerCase()}${name.slice(1)} n’a pas de compte, et ne reçoit donc aucun message. Envoyez-lui l’adresse de cette page.`;
}
export const ASK_ROLE = 'Vous y travaillez, ou vous en êtes ? Demandez ce rôle';
export const FILES = 'toutes les évaluations, celles d’avant comprises';
