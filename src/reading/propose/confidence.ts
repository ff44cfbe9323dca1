/**
 * How sure the reader is of a proposal, and why, in words a person understands.
 *
 * The confidence is the weakest of its parts: a title identical to the edition's says little if the
 * ticks were lost. Values are ordinal, set by hand and published in docs/reading.md; what matters is
 * the threshold: below it a proposal waits for somebody to look.
 */
import type { TitleFound } from '#reading/align/title.ts';
import type { Change, TitleMatch } from '#reading/contract.ts';
import type { LevelReading } from './level-finding.ts';

/** Below this a proposal waits for review. */
export const CONFIDENCE_THRESHOLD = 0.8;

export type Judged = { readonly confidence: number; readonly reasons: readonly string[] };

export function judge({
  title,
  found,
  number,
  levels,
  mislabelled,
  denied,
}: {
  readonly title: TitleMatch;
  readonly found: TitleFound | null;
  readonly number: number | null;
  readonly levels: readonly LevelReading[];
  readonly mislabelled: boolean;
  /** Taken as a whole, beside a remark with a negation in it. */
  readonly denied: boolean;
}): Judged {
  const parts = [ofTitle(title, { found, number }), ...ofNumber(number, found), ...ofLevels(levels)];
  if (mislabelled) parts.push({ confidence: 0.5, reason: 'le niveau indiqué et le texte cité ne sont pas les mêmes' });
  if (denied) parts.push({ confidence: 0.75, reason: 'une remarque dit peut-être le contraire' });
  const confidence = Math.min(...parts.map((part) => part.confidence));
  return { confidence: Math.round(confidence * 100) / 100, reasons: parts.map(({ reason }) => reason) };
}

type Part = { readonly confidence: number; readonly reason: string };

function ofTitle(title: TitleMatch, { found, number }: { found: TitleFound | null; number: number | null }): Part {
  if (title === 'exact') return { confidence: 1, reason: 'titre identique' };
  if (title === 'shortened') return { confidence: shortenedTitle(found, number), reason: 'titre raccourci' };
  if (title === 'amended') return { confidence: amendedTitle(found, number), reason: 'titre modifié' };
  return title === 'number-only'
    ? { confidence: 0.6, reason: 'numéro seul' }
    : { confidence: 0.3, reason: 'titre non reconnu' };
}

/** Two words of a title may mean something else in this commune: somebody looks, unless the number says the same. */
function shortenedTitle(found: TitleFound | null, number: number | null): number {
  const coverage = found?.coverage ?? 0;
  if (coverage >= 0.4) return 0.95;
  return coverage >= 0.25 || number === found?.measure ? 0.85 : 0.7;
}

/** One changed word may name another thing altogether: without the number to confirm it, somebody looks. */
function amendedTitle(found: TitleFound | null, number: number | null): number {
  const coverage = found?.coverage ?? 0;
  if (number !== null && number === found?.measure) return coverage >= 0.6 ? 0.92 : 0.7;
  return coverage >= 0.9 ? 0.85 : 0.7;
}

function ofNumber(number: number | null, found: TitleFound | null): Part[] {
  if (found === null || number === null) return [];
  if (number === found.measure) return [{ confidence: 1, reason: 'numéro identique' }];
  const sure = found.coverage >= 0.6 || found.kind === 'exact';
  return [{ confidence: sure ? 0.85 : 0.6, reason: `numéro local ${number}, titre de la mesure ${found.measure}` }];
}

function ofLevels(levels: readonly LevelReading[]): Part[] {
  if (levels.length === 0) return [{ confidence: 0.9, reason: 'aucun niveau indiqué' }];
  if (levels.some(({ finding }) => finding.stance === 'unknown'))
    return [{ confidence: 0.4, reason: 'cases sans coche : choix perdu' }];
  const by = new Set(levels.map(({ evidence }) => evidence));
  const parts: Part[] = [];
  if (by.has('decision')) parts.push({ confidence: 0.95, reason: 'accord écrit en toutes lettres' });
  if (by.has('box')) parts.push({ confidence: 0.95, reason: 'cases cochées' });
  if (by.has('label')) parts.push({ confidence: 0.97, reason: 'niveaux nommés' });
  if (by.has('quote')) parts.push({ confidence: 0.9, reason: 'texte des niveaux cité' });
  if (levels.some(({ finding }) => finding.clauses.some(({ wording }) => wording === 'omitted')))
    parts.push({ confidence: 0.85, reason: 'un alinéa de la charte manque' });
  if (levels.some(({ finding }) => finding.clauses.some(({ changes }) => changes.some(turnsIntent))))
    parts.push({ confidence: 0.7, reason: 'des mots changent la portée de l’engagement' });
  return parts;
}

/** « Étudier la mise en place », « ne pas », « éventuellement »: few words, another promise. */
function turnsIntent({ kind, here, reference }: Change): boolean {
  const turning =
    /^(?:ne\s+pas|pas|étudier|étude|éventuellement|si\s+possible|envisager|réfléchir|essayer|tenter|encourager|au\s+plus)(?![\p{L}])/iu;
  if (kind === 'removed') return /^(?:au\s+moins|ne|pas)(?![\p{L}])/iu.test(reference);
  return turning.test(here) || (/\d/.test(here) && /\d/.test(reference));
}
