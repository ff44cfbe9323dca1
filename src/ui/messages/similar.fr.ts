/** Words of the communes near here or of this size that promised the same. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { DONE_WORD } from './done.fr.ts';
import { accordingTo, type Speaking } from './follow-up.fr.ts';
import { count, figure } from './format.fr.ts';

export type Near = 'intercommunality' | 'department' | 'size';

export const NEAR_AND_LIKE = 'Qui l’a promise près d’ici, ou à cette taille';
export const NEAR_BUTTON = 'Chercher';
export const STEP_SIMILAR = 'Près d’ici';
export const NEAR: Readonly<Record<Near, string>> = {
  intercommunality: 'même intercommunalité',
  department: 'même département',
  size: 'de cette taille',
};
export const NOBODY_SIMILAR =
  'Aucune commune de la même intercommunalité, du même département ou de cette taille n’a promis cette mesure, à notre connaissance.';

export type SimilarCounted = {
  /** Where the list that promised governs. */
  readonly promised: number;
  /** Of those, where it was kept at least in part. */
  readonly did: number;
  /** Where only a list that does not govern promised it. */
  readonly opposed: number;
};
export function similarIntroduction({ promised, did, opposed }: SimilarCounted): string {
  const first = promised < 2 ? 'Une commune l’a promis aussi' : `${figure(promised)} communes l’ont promis aussi`;
  const kept =
    did === 0
      ? ''
      : `, dont ${did < 2 ? 'une qui l’a tenu au moins' : `${figure(did)} qui l’ont tenu au moins`} en partie`;
  const governing = promised === 0 ? [] : [`${first}${kept}.`];
  const beside =
    opposed === 0
      ? []
      : [`Dans ${count(opposed, 'commune', 'communes')}, seule une liste hors de la majorité l’a promis.`];
  return [...governing, ...beside].join(' ');
}

/** Of a list that does not govern: whose promise it is. */
export function promisedBy(list: string | null): string {
  return `promis par ${list === null ? 'une liste' : `la liste ${list}`}, hors de la majorité`;
}

export function saidThere(
  {
    collective,
    townHall,
  }: { readonly collective: AssessmentStatus | null; readonly townHall: AssessmentStatus | null },
  speaking: Speaking,
): string {
  if (collective === null) return townHall === null ? 'jamais évalué' : accordingTo('town-hall', speaking);
  const first = accordingTo('collective', speaking);
  if (townHall === null) return first;
  return townHall === collective
    ? 'selon les deux'
    : `${first} ; ${DONE_WORD[townHall].toLowerCase()} ${accordingTo('town-hall', speaking)}`;
}
