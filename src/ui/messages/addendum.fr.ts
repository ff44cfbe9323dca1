/** Words about an addendum: how it is begun, and what it changes. */
import { shownCode } from '#domain/shared/short-code.ts';
import type { PlaceInText, WordsInText } from '#domain/pact/text-changes.ts';
import { agreedWord, levelWords, relatedTo } from './agreed-text.fr.ts';
import { figure, heading } from './format.fr.ts';

export const PREPARE_TITLE = 'Changer quelque chose à ce pacte';
export const PREPARE_HOW =
  'Le texte signé ne change plus. Un avenant est un nouveau texte, avec la même partie, qui reprend tout ce que vous avez signé : seul ce que vous y changez se discute. Il se signe comme le premier, et les deux restent publics.';
export const PREPARE = 'Préparer un avenant';
export const UNDER_WAY = 'Un avenant à ce texte est en préparation. Il n’est pas public avant sa signature.';
export const SEE_NEGOTIATION = 'Voir sa négociation';
export const SEE_ITS_TEXT = 'Voir son texte et le signer';

export const CHANGES_TITLE = 'Ce que cet avenant change';
export const changesNote = (code: string): string =>
  `Par rapport au texte ${shownCode(code)}. Tout le reste est repris tel quel.`;
export const NO_CHANGE = 'Rien pour l’instant : cet avenant dit la même chose que le texte signé.';
export const ADDED = 'Ajouté';
export const TAKEN_OUT = 'Ne fait plus partie de l’accord';
export const OBSERVATION = 'Observation :';

/** « Mesure 12, niveau 2, alinéa 1 : Développer le vélo » */
export function placeInText(where: PlaceInText): string {
  switch (where.kind) {
    case 'principle':
      return `Principe ${where.letter} : ${heading(where.title)}`;
    case 'measure':
      return `Mesure ${figure(where.number)} : ${heading(where.title)}`;
    case 'clause': {
      const clause = where.clause === 0 ? '' : `, alinéa ${figure(where.clause)}`;
      return `Mesure ${figure(where.number)}, ${levelWords(where).replace(/^Niveau/, 'niveau')}${clause} : ${heading(where.title)}`;
    }
    case 'local':
      return `Mesure locale ${figure(where.number)}`;
  }
}

/** One line for what is not the words themselves; null: the same on both sides. */
export function stanceChange(before: WordsInText | null, after: WordsInText | null): string | null {
  const [was, is] = [before?.stance ?? null, after?.stance ?? null];
  const [wasWord, isWord] = [was && agreedWord(was), is && agreedWord(is)];
  if (before === null) return isWord === null ? ADDED : `${ADDED} (${isWord})`;
  if (after === null) return TAKEN_OUT;
  if (wasWord === isWord || wasWord === null || isWord === null) return null;
  return `Avant : ${wasWord}. Maintenant : ${isWord}.`;
}

/** Of a local measure; null: the same on both sides. */
export function relatedChange(before: WordsInText | null, after: WordsInText | null): string | null {
  if (after === null || String(before?.relatedMeasures ?? []) === String(after.relatedMeasures)) return null;
  return after.relatedMeasures.length === 0
    ? 'Sans lien avec une mesure de la charte'
    : relatedTo(after.relatedMeasures);
}
