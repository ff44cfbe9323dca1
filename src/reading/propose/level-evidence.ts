/**
 * What a section says of each level: named, quoted, boxed, decided. Gathering only; the stance that
 * follows from it is ./level-finding.ts.
 */
import { alignLevel, belonging } from '#reading/align/level-text.ts';
import type { ReferenceLevel, ReferenceMeasure } from '#reading/align/reference.ts';
import type { Span } from '#reading/contract.ts';
import { compareWords } from '#reading/align/word-changes.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { answerAfter, answerFirst, answerIn, boxedAnswer, type Answer } from '#reading/split/answers.ts';
import { levelMentions, type LevelMention } from '#reading/split/levels.ts';
import type { Box } from '#reading/split/line-start.ts';
import { sentencesOfUnit, type Unit } from '#reading/split/units.ts';
import { decisionEnd } from './decision-end.ts';
import { answered, statedChoice } from './stated-choice.ts';
import { isDecision, opensAgreement } from './decision-cues.ts';
import { readDecision, type Decision } from './decisions.ts';

export type LevelEvidence = {
  readonly level: number;
  /** Labelled (« N2 »), as against only quoted. */
  named: boolean;
  /** Named with others or in a sentence (« niveaux 1 et 2 »), as a form's bare labels are not. */
  listed: boolean;
  box: Box | null;
  /** « oui », « x », « non » written beside the level. */
  answer: Answer | null;
  /** Tokens of the document that stand as the level's text. */
  words: number[];
  /** Tokens of clauses with an unmarked box of their own. */
  unmarked: number[];
  /** Some clause has a marked box of its own. */
  ticked: boolean;
  spans: Span[];
};

export type SectionEvidence = {
  readonly levels: ReadonlyMap<number, LevelEvidence>;
  readonly decisions: readonly Decision[];
  /** Units that are neither label, clause nor decision: the list's own words, or noise. */
  readonly others: readonly Unit[];
  /** Levels whose label and words disagree. */
  readonly mislabelled: readonly { readonly label: number; readonly words: number; readonly span: Span }[];
};

/** A passage is a level's text when this share of its telling words is the level's. */
const BELONGS = 0.6;
/** Without a label the words must be clearer. */
const BELONGS_ALONE = 0.75;

export function gatherEvidence(
  source: Source,
  { units, measure }: { readonly units: readonly Unit[]; readonly measure: ReferenceMeasure | null },
): SectionEvidence {
  const levels = new Map<number, LevelEvidence>();
  const decisions: Decision[] = [];
  const others: Unit[] = [];
  const mislabelled: SectionEvidence['mislabelled'][number][] = [];
  let current: number[] = [];
  let labelOnly = false;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined) continue;
    const loose = looseOf(source, unit.words);
    const nearest = nearestLevel(source, { measure, words: unit.words, loose });
    if (isAgreement(source, unit, { share: nearest?.share ?? 0, measure })) {
      const last = decisionEnd(source, { units, at, measure });
      decisions.push(readDecision(source.text, { start: unit.start, end: units[last]?.end ?? unit.end }));
      at = last;
      labelOnly = false;
      continue;
    }
    const chosen = statedChoice(source, unit, levels.size > 0);
    if (chosen !== null) {
      decisions.push(chosen);
      labelOnly = false;
      continue;
    }
    if (unit.label !== null) {
      current = resolve(unit.label.levels, measure);
      labelOnly = unit.words.length === 0;
      const answer = answerOf(source, unit);
      for (const level of current) {
        const evidence = evidenceOf(level);
        evidence.named = true;
        if (!unit.label.single) evidence.listed = true;
        evidence.box ??= unit.box;
        evidence.answer ??= answer;
        evidence.spans.push({ start: unit.label.start, end: unit.label.end });
      }
      const said = source.text.slice(unit.label.end, unit.end);
      const remark =
        answer !== null && answerFirst(said) !== null && answerIn(said) === null && boxedAnswer(said) === null;
      if (answer === 'open' || remark) others.push(unit);
      else if (unit.words.length > 0 && answerIn(said) === null && boxedAnswer(said) === null)
        placeUnderLabel(unit, loose, { nearest, first: true });
      continue;
    }
    const answer = current.length > 0 ? answerOf(source, unit) : null;
    if (answer !== null) for (const level of current) evidenceOf(level).answer ??= answer;
    if (answer !== null && answerIn(source.text.slice(unit.start, unit.end)) !== null) continue;
    const spoken = source.text.slice(unit.start, unit.end);
    const overall = current.length === 0 ? (boxedAnswer(spoken) ?? answerFirst(spoken)) : null;
    if (overall !== null) {
      decisions.push(answered(unit, overall));
      continue;
    }
    if (current.length > 0) placeUnderLabel(unit, loose, { nearest, first: labelOnly });
    else if (nearest !== null && quotesAlone(source, { nearest, words: unit.words, measure }))
      take(unit, nearest.level);
    else others.push(unit);
    labelOnly = false;
  }
  return { levels, decisions, others, mislabelled };

  function evidenceOf(level: number): LevelEvidence {
    const known = levels.get(level);
    if (known !== undefined) return known;
    const fresh: LevelEvidence = {
      level,
      named: false,
      listed: false,
      box: null,
      answer: null,
      words: [],
      unmarked: [],
      ticked: false,
      spans: [],
    };
    levels.set(level, fresh);
    return fresh;
  }

  function take(unit: Unit, level: number): void {
    const evidence = evidenceOf(level);
    evidence.words.push(...unit.words);
    if (unit.box === 'unmarked') evidence.unmarked.push(...unit.words);
    if (unit.box === 'marked') evidence.ticked = true;
    evidence.spans.push({ start: unit.start, end: unit.end });
  }

  function placeUnderLabel(
    unit: Unit,
    loose: readonly string[],
    { nearest, first }: { nearest: Nearest | null; first: boolean },
  ): void {
    const sentences = current.length > 1 ? sentencesOfUnit(source, unit) : [unit];
    if (sentences.length > 1) {
      for (const part of sentences) {
        const words = looseOf(source, part.words);
        placeUnderLabel(part, words, {
          nearest: nearestLevel(source, { measure, words: part.words, loose: words }),
          first,
        });
      }
      return;
    }
    const shares = current.map((level) => ({ level, share: belonging(bagOf(measure, level), loose) }));
    const near = nearest !== null && current.includes(nearest.level) ? nearest : null;
    const best = near ?? shares.reduce((a, b) => (b.share > a.share ? b : a), shares[0] ?? { level: 1, share: 0 });
    const elsewhere =
      nearest !== null && !current.includes(nearest.level) && nearest.share >= 0.85 && best.share < 0.55;
    if (elsewhere) {
      mislabelled.push({ label: best.level, words: nearest.level, span: { start: unit.start, end: unit.end } });
      if (first) levels.delete(best.level);
      current = [nearest.level];
      evidenceOf(nearest.level).named = first;
      take(unit, nearest.level);
    } else if (best.share >= BELONGS || (first && best.share >= 0.3) || (unit.words.length <= 3 && best.share >= 0.5))
      take(unit, best.level);
    else others.push(unit);
  }
}

/** « Les 3 niveaux » of this measure; a single level answers to any number. */
export function resolve(levels: LevelMention['levels'], measure: ReferenceMeasure | null): number[] {
  const known = measure?.levels.map(({ level }) => level) ?? [];
  if (levels === 'all') return known.length > 0 ? known : [1, 2, 3];
  if (known.length === 1) return known;
  return [...levels];
}

/** Without a label, words quote a level only when they hold one of its clauses: sharing its subject is not enough. */
function quotesAlone(
  source: Source,
  { nearest, words, measure }: { nearest: Nearest; words: readonly number[]; measure: ReferenceMeasure | null },
): boolean {
  if (nearest.share < BELONGS_ALONE || words.length < 4) return false;
  const level = measure?.levels.find((candidate) => candidate.level === nearest.level);
  return (
    level !== undefined && alignLevel(source, { level, words }).clauses.some(({ wording }) => wording !== 'omitted')
  );
}

type Nearest = { readonly level: number; readonly share: number };

/** The level whose words a passage is made of; between near equals, the one it follows most closely. */
function nearestLevel(
  source: Source,
  { measure, words, loose }: { measure: ReferenceMeasure | null; words: readonly number[]; loose: readonly string[] },
): Nearest | null {
  if (measure === null || words.length === 0) return null;
  const shares = measure.levels
    .map((level) => ({ level, share: belonging(level.bag, loose) }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (first === undefined) return null;
  if (second === undefined || second.share < first.share - 0.15 || first.share < BELONGS)
    return { level: first.level.level, share: first.share };
  const near = shares
    .filter(({ share }) => share >= first.share - 0.15)
    .map((candidate) => ({ ...candidate, closeness: closeness(source, candidate.level, words) }));
  const best = near.reduce((a, b) => (b.closeness > a.closeness ? b : a));
  return { level: best.level.level, share: best.share };
}

/** Share of the passage's words found in order in the level. */
function closeness(source: Source, level: ReferenceLevel, words: readonly number[]): number {
  const here = words.map((token) => source.tokens.keys[token] ?? '');
  const same = compareWords(level.words.keys, here)
    .filter((run) => run.same)
    .reduce((sum, run) => sum + run.hereTo - run.hereFrom, 0);
  return same / here.length;
}

/** « Voir la mesure 30, niveau 3 »: a level beside the number of another measure is not this one's. */
function namesOther(words: string, measure: ReferenceMeasure | null): boolean {
  const other =
    /mesures?\s+(?:n[°º]\s*|#)?(\d{1,2})\s*,?\s*(?:\(|au\s+|à\s+son\s+)?\s*(?:niveau|N\s?[1-3])|(?:niveau\s*[1-3]|N[1-3])\s+de\s+la\s+mesure\s+(\d{1,2})/iu.exec(
      words.slice(0, 300),
    );
  return other !== null && measure !== null && Number(other[1] ?? other[2]) !== measure.number;
}

function isAgreement(
  source: Source,
  unit: Unit,
  { share, measure }: { share: number; measure: ReferenceMeasure | null },
): boolean {
  const words = source.text.slice(unit.label === null ? unit.start : unit.label.start, unit.end);
  if (unit.label !== null && !SPOKEN_LABEL.test(words) && !speaksOfOthers(source, unit, share)) return false;
  if (namesOther(words, measure)) return false;
  if (opensAgreement(words)) return true;
  if (share >= 0.9 && unit.words.length >= 4) return false;
  return isDecision(words);
}

/** « N1 oui, N2 oui, N3 non »: a label followed by other levels and by no text of the charter. */
function speaksOfOthers({ text }: Source, { label, end }: Unit, share: number): boolean {
  if (label === null || share >= 0.6) return false;
  return levelMentions(text, { start: label.end, end }).length > 0;
}

/** A label that begins a sentence: « Niveau 3 sauf… », « Les 3 niveaux, … », « Niveau 2 n'est pas… ». */
const SPOKEN_LABEL =
  /^\W*(?:les\s|tous\s|(?:niveaux?|niv\.?|N)\s?[1-3][^:•.]*?(?:relèv|n['’]|ne\s|est(?![\p{L}\p{N}])|sont(?![\p{L}\p{N}])|sauf(?![\p{L}\p{N}])|hors(?![\p{L}\p{N}])|excepté|hormis|à l['’]exception|mais\s+pas|actée?s?(?![\p{L}\p{N}])|visée?s?(?![\p{L}\p{N}])|retenue?s?(?![\p{L}\p{N}])|refus|étudi|à\s+l['’]étude))/iu;
/** An answer after the label, or a mark after the words. */
function answerOf(source: Source, unit: Unit): Answer | null {
  const words = source.text.slice(unit.label?.end ?? unit.start, unit.end);
  const boxed = boxedAnswer(words);
  if (boxed !== null) return boxed;
  if (unit.box !== null) return null;
  const first = unit.label === null ? answerIn(words) : answerFirst(words);
  return first ?? (unit.words.length >= 4 ? answerAfter(words) : null);
}

function bagOf(measure: ReferenceMeasure | null, level: number): ReadonlySet<string> {
  return measure?.levels.find((candidate) => candidate.level === level)?.bag ?? new Set();
}

function looseOf(source: Source, words: readonly number[]): string[] {
  return words.map((token) => loosen(source.tokens.keys[token] ?? ''));
}
