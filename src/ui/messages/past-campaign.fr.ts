/** What became of a measure in the campaign that is over. */
import type { PastCampaign, SaidOfMeasure } from '#domain/consultation/past-campaign.ts';
import { BEFORE_MANDATE, DONE_WORD, VOICE_NAME } from './done.fr.ts';
import { count, dayOf, figure } from './format.fr.ts';
import { STANCE_WORD } from './stances.fr.ts';

export const PAST_TITLE = 'Ce qu’elle est devenue';
export const PAST_LEDE =
  'Combien l’ont prise, à quel niveau, avec quels mots, et si elle a été tenue : ce qui aide à la changer, ou à la garder.';
export const pastHeading = (measure: number): string => `Mesure ${measure} : ce qu’elle est devenue`;
export const TAKEN_HOW = 'Prise ou refusée';
export const DONE_HOW = 'Tenue ou non';
export const OTHER_WORDS = 'Dite autrement';
export const LEFT_OUT = 'Alinéas laissés de côté';
export const BODIES = 'Autres autorités nommées';
export const SAID = 'Ce qui en a été dit';
export const COLUMN_WHAT = 'Mesure ou niveau';
export const COLUMN_STANCE = 'Position';
export const COLUMN_PACTS = 'Pactes';
export const COLUMN_VOICE = 'Qui le dit';
export const COLUMN_STATUS = 'Où cela en est';
export const COLUMN_CLAUSE = 'Alinéa';
export const COLUMN_BODY = 'Autorité';
export const NOBODY_SIGNED = 'Aucun pacte n’a été publié pour cette édition : il n’y a rien à en dire encore.';
export const NOBODY_LOOKED =
  'Personne n’a encore dit où en est cette promesse. Ce n’est ni tenu, ni rompu : c’est inconnu.';
export const NOTHING_REWORDED = 'Aucun pacte publié n’en change les mots.';
export const NOTHING_LEFT_OUT = 'Aucun pacte qui l’a prise n’en laisse un alinéa de côté.';
export const NO_BODY = 'Aucun pacte ne nomme une autre autorité.';
export const NOTHING_SAID = 'Aucune observation, aucune remarque publiée.';
export const DIFFERENCES_NOTE = 'Les mots de la charte qui manquent sont barrés, ceux des pactes sont soulignés.';
export const SEE_WHOLE = 'Ce qu’elle est devenue : mots changés, alinéas laissés, ce qui a été tenu';

export function pastSummary({ pacts, asOf, stances, amended }: PastCampaign): string {
  const taken = stances
    .filter(({ level, stance }) => level === 0 && (stance === 'accepted' || stance === 'partial'))
    .reduce((sum, one) => sum + one.pacts, 0);
  const when = asOf === null ? '' : `, au ${dayOf(asOf)}`;
  return `Prise dans ${figure(taken)} des ${count(pacts, 'pacte signé', 'pactes signés')}${when} ; ses mots changés dans ${figure(amended)} de ${taken < 2 ? 'ceux-là' : `ces ${figure(taken)}`}.`;
}

export function levelOf(level: number): string {
  return level === 0 ? 'La mesure' : `Niveau ${level}`;
}

export function clauseOf({ level, clause }: { readonly level: number; readonly clause: number }): string {
  return clause === 0 ? `Niveau ${level}, introduction` : `Niveau ${level}, alinéa ${clause}`;
}

export const stanceOf = (stance: PastCampaign['stances'][number]['stance']): string => STANCE_WORD[stance];

export const outOf = (pacts: number, all: number): string => `${figure(pacts)} sur ${figure(all)}`;

export function doneOf({ status, beforeMandate }: PastCampaign['done'][number]): string {
  return beforeMandate ? `${DONE_WORD[status]}, ${BEFORE_MANDATE}` : DONE_WORD[status];
}

export const voiceOf = (voice: PastCampaign['done'][number]['voice']): string => VOICE_NAME[voice];

/** Of how many promises each voice spoke. */
export function coverage(
  done: PastCampaign['done'],
  voice: PastCampaign['done'][number]['voice'],
  taken: number,
): string {
  const looked = done.filter((one) => one.voice === voice).reduce((sum, { pacts }) => sum + pacts, 0);
  return `${VOICE_NAME[voice]} s’est prononcé${voice === 'town-hall' ? 'e' : ''} sur ${figure(looked)} de ${count(taken, 'promesse', 'promesses')}.`;
}

export function inPacts(pacts: number): string {
  return `dans ${count(pacts, 'pacte', 'pactes')}`;
}

export function moreWordings(clause: PastCampaign['reworded'][number]): string | null {
  const shown = clause.wordings.reduce((sum, { pacts }) => sum + pacts, 0);
  const left = clause.pacts - shown;
  return left > 0 ? `Et d’autres mots dans ${count(left, 'pacte', 'pactes')}, plus rares.` : null;
}

export function saidBy({ kind, by, place }: SaidOfMeasure): string {
  const who = by ?? (kind === 'observation' ? 'le conseil ou une liste sans nom' : 'quelqu’un');
  return kind === 'observation' ? `Observation de ${who}, ${place}` : `Remarque de ${who}, sur le pacte de ${place}`;
}
