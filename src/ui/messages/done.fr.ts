/** What was done, in words: one word for each status, the same everywhere; the shape before it is drawn by src/ui/styles/done.css. What was promised: ./stances.fr.ts. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';

/** `unknown`: nobody said anything yet. */
export type DoneState = AssessmentStatus | 'unknown';

export const DONE_WORD: Readonly<Record<DoneState, string>> = {
  kept: 'Tenu',
  'partly-kept': 'Tenu en partie',
  underway: 'En cours',
  'not-started': 'Pas commencé',
  broken: 'Rompu',
  'cannot-assess': 'Impossible à évaluer',
  'not-competent': 'Hors compétence',
  unknown: 'Inconnu',
};

/** What each one means, as a person who is about to choose it must read it. */
export const DONE_MEANING: Readonly<Record<DoneState, string>> = {
  kept: 'tout ce qui a été promis est fait, à chaque niveau promis',
  'partly-kept': 'une partie de ce qui a été promis est faite, et rien ne dit que le reste viendra',
  underway: 'c’est commencé, et cela avance',
  'not-started': 'rien n’est commencé à ce jour',
  broken: 'la mairie a renoncé, ou a fait le contraire',
  'cannot-assess': 'on a cherché, et rien ne permet de le dire',
  'not-competent': 'cela dépend d’une autre collectivité',
  unknown: 'personne n’a encore regardé',
};

export const BEFORE_MANDATE = 'déjà fait avant le mandat';

export const VOICE_NAME: Readonly<Record<Voice, string>> = { collective: 'Le collectif', 'town-hall': 'La mairie' };
