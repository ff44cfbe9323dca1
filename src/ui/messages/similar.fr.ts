/** Words of the communes near here or of this size that promised the same. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { DONE_WORD } from './done.fr.ts';
import { figure } from './format.fr.ts';

export type Near = 'intercommunality' | 'department' | 'size';

export const STEP_SIMILAR = 'Près d’ici';
export const NEAR: Readonly<Record<Near, string>> = {
  intercommunality: 'même intercommunalité',
  department: 'même département',
  size: 'de cette taille',
};
export const NOBODY_SIMILAR =
  'Aucune commune de la même intercommunalité, du même département ou de cette taille n’a promis cette mesure, à notre connaissance.';

export function similarIntroduction(found: number, did: number): string {
  const promised = found < 2 ? 'Une commune l’a promis aussi' : `${figure(found)} communes l’ont promis aussi`;
  if (did === 0) return `${promised}.`;
  return `${promised}, dont ${did < 2 ? 'une qui l’a tenu au moins' : `${figure(did)} qui l’ont tenu au moins`} en partie.`;
}

export function saidThere(collective: AssessmentStatus | null, townHall: AssessmentStatus | null): string {
  if (collective === null) return townHall === null ? 'jamais évalué' : 'selon la mairie';
  if (townHall === null) return 'selon le collectif';
  return townHall === collective
    ? 'selon les deux'
    : `selon le collectif ; ${DONE_WORD[townHall].toLowerCase()} selon la mairie`;
}
