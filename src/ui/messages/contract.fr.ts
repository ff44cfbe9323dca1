/** Words of the contract itself: what the marks cannot say. */
import { TABLE_READER } from '#domain/bulk-entry/table-reader.ts';
import type { WordChange } from '#domain/pact/commitment.ts';
import { STANCE_WORD } from './stances.fr.ts';
import type { ClauseLine } from '#ui/contract/clause-lines.ts';
import { dayOf, listOf } from './format.fr.ts';
import { signedOnThisSite, SIGNED_TEXT_COUNTS, type SignedHere } from './signed-here.fr.ts';
import { levelLabel } from './stances.fr.ts';

export const AMENDED = 'texte modifié';
export const OMITTED = 'absent du document, sans un mot';

/** The words before a clause: its level's stance on the first line, then only what differs. */
export function sayOf(line: ClauseLine): string {
  const words: string[] = [];
  if (line.level !== null) words.push(STANCE_WORD[line.levelStance]);
  if (line.omitted) words.push(OMITTED);
  else if (line.stance !== null && line.stance !== 'accepted' && line.stance !== line.levelStance)
    words.push(STANCE_WORD[line.stance]);
  if (line.amended) words.push(AMENDED);
  return words.join(', ');
}

export function unsaidLevels(levels: readonly number[]): string {
  return `${listOf(levels.map(levelLabel))} : le pacte n’en dit rien.`;
}

export function unplacedChange(change: WordChange): string {
  if (change.kind === 'added') return `Mots ajoutés : « ${change.here} ».`;
  if (change.kind === 'removed') return `Mots retirés : « ${change.reference} ».`;
  return `« ${change.here} » au lieu de « ${change.reference} ».`;
}

export function otherNumber(localNumber: string): string {
  return `numéro ${localNumber} dans le document signé`;
}

export const TITLE_NOTE = {
  exact: null,
  amended: 'Le document donne à cette mesure un titre un peu différent.',
  shortened: 'Le document abrège le titre de cette mesure.',
  'number-only': 'Le document nomme cette mesure par son seul numéro.',
  unmatched: 'Le document nomme cette mesure autrement.',
} as const;

export function bodyWords(asWritten: string): string {
  return `À décider ou à faire avec : ${asWritten}`;
}

export function readAndReviewed({
  readAt,
  reviewedAt,
  reviewedBy,
  readerVersion,
  signedHere,
}: {
  readAt: Date;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  /** Absent: a reader's. */
  readerVersion?: string | null;
  /** Signed on this site: nothing was read from a document. */
  signedHere?: SignedHere | null;
}): string {
  if (signedHere) return `${signedOnThisSite(signedHere)}. ${SIGNED_TEXT_COUNTS}`;
  if (readerVersion === TABLE_READER) {
    const looked = reviewedAt === null ? '' : `, relu le ${dayOf(reviewedAt)}`;
    return `Saisi depuis un tableau le ${dayOf(readAt)}, dans les mots de la charte${looked}${reviewedBy === null ? '' : ` par ${reviewerName(reviewedBy)}`}. Aucun document signé n’est joint.`;
  }
  const read = `Lu automatiquement le ${dayOf(readAt)}`;
  if (reviewedAt === null) return `${read}. Pas encore relu par une personne : le document d’origine fait foi.`;
  return `${read}, relu le ${dayOf(reviewedAt)}${reviewedBy === null ? '' : ` par ${reviewerName(reviewedBy)}`}. Le document d’origine fait foi.`;
}

/** People of the team are told by their role, others by the name they gave. */
function reviewerName(by: string): string {
  return by === 'national-team' ? 'l’équipe nationale' : by;
}
