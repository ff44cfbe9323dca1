/**
 * From what a section says of a level to its finding: stance, wording, clauses.
 *
 * A decision in words wins over a label or a quotation; a marked box wins over an unmarked one
 * beside it; a level named without its text is taken whole.
 */
import type { Stance, Wording } from '#domain/pact/stance.ts';
import { alignLevel, belonging, type ClauseAlignment } from '#reading/align/level-text.ts';
import type { ReferenceMeasure } from '#reading/align/reference.ts';
import type { ClauseFinding, LevelFinding, Span } from '#reading/contract.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans } from '#reading/text/spans.ts';
import { tokensBetween } from '#reading/text/tokens.ts';
import type { Said } from './decision-cues.ts';
import type { Decision } from './decisions.ts';
import { resolve, type LevelEvidence, type SectionEvidence } from './level-evidence.ts';

export type LevelReading = {
  readonly finding: LevelFinding;
  /** Sentences added by the list among the clauses. */
  readonly additions: readonly Span[];
  readonly evidence: 'decision' | 'box' | 'label' | 'quote';
};

export type LevelContext = {
  readonly measure: ReferenceMeasure | null;
  readonly section: SectionEvidence;
  /** The section is a form's bare labels, and the document lost its ticks. */
  readonly labelsLost: boolean;
  /** No box of the document is marked: what the boxes said is unknown. */
  readonly boxesLost: boolean;
};

/** Every level that the section speaks of, in order. */
export function readLevels(source: Source, context: LevelContext): LevelReading[] {
  const { measure, section } = context;
  const spoken = new Set(section.levels.keys());
  for (const decision of section.decisions)
    for (const { levels } of decision.levels) for (const level of resolve(levels, measure)) spoken.add(level);
  const exceptions = section.decisions.flatMap(({ exceptions: spans }) => spans);
  const located = locateExceptions(source, { measure, exceptions });
  for (const { level } of located) spoken.add(level);
  return [...spoken].sort((a, b) => a - b).map((level) => readLevel(source, { ...context, level, located }));
}

type Located = { readonly level: number; readonly clause: ClauseAlignment };

/** An exception speaks of a clause when this share of its telling words is the clause's. */
const EXCEPTS = 0.6;

/** « sauf sur : … »: the clause whose words these are, in whichever level has them; none when two could be. */
function locateExceptions(
  source: Source,
  { measure, exceptions }: { measure: ReferenceMeasure | null; exceptions: readonly Span[] },
): Located[] {
  return exceptions.flatMap((exception) => {
    const words = tokensBetween(source.tokens, exception.start, exception.end);
    const loose = words.map((token) => loosen(source.tokens.keys[token] ?? ''));
    const shares = (measure?.levels ?? [])
      .flatMap((level) =>
        level.clauses.map((clause) => ({
          level,
          clause,
          share: belonging(new Set(level.words.loose.slice(clause.from, clause.to)), loose),
        })),
      )
      .filter(({ share }) => share >= EXCEPTS)
      .sort((a, b) => b.share - a.share);
    const [first, second] = shares;
    if (first === undefined || (second !== undefined && second.share > first.share - 0.1)) return [];
    const aligned = alignLevel(source, { level: first.level, words }).clauses.find(
      ({ clause, wording }) => clause === first.clause.clause && wording !== 'omitted',
    );
    const named = { clause: first.clause.clause, wording: 'same' as const, spans: [exception], changes: [] };
    // An exception names its clause in a few words: what they leave out is no amendment.
    const quoted = aligned?.changes.some(({ kind }) => kind !== 'removed') === true ? aligned : named;
    return [{ level: first.level.level, clause: quoted }];
  });
}

type OneLevel = LevelContext & { readonly level: number; readonly located: readonly Located[] };

function readLevel(
  source: Source,
  { measure, section, labelsLost, boxesLost, level, located }: OneLevel,
): LevelReading {
  const evidence = section.levels.get(level);
  const decided = decidedOn(section.decisions, { level, measure });
  const { stance: base, by } = baseStance({ evidence, decided, section, labelsLost, boxesLost });
  const reference = measure?.levels.find((candidate) => candidate.level === level);
  const spans: Span[] = [...(evidence?.spans ?? []), ...mentionsOf(section.decisions, { level, measure })];
  if (reference === undefined)
    return {
      finding: { level, stance: base, wording: 'same', spans: mergeSpans(source.text, spans), clauses: [] },
      additions: [],
      evidence: by,
    };

  const quoted = quotedWords(source, section.decisions, { level, measure });
  const words =
    quoted.length > 0 && (evidence === undefined || evidence.words.length === 0) ? quoted : (evidence?.words ?? []);
  const alignment = words.length === 0 ? null : alignLevel(source, { level: reference, words });
  const whole =
    alignment === null || alignment.clauses.every(({ wording }) => wording === 'omitted') ? null : alignment;
  const clauses = reference.clauses.map(({ clause }): ClauseFinding => {
    const here = whole?.clauses.find((candidate) => candidate.clause === clause) ?? {
      clause,
      wording: 'same' as const,
      spans: [],
      changes: [],
    };
    const excepted = located.find(
      (candidate) => candidate.level === level && candidate.clause.clause === clause,
    )?.clause;
    if (excepted !== undefined && base !== 'delegated') return { ...excepted, stance: 'refused' };
    if (evidence !== undefined && isUnmarked(source, here, evidence)) return { ...here, stance: 'refused' };
    if (base === 'accepted' && here.wording === 'omitted') return { ...here, stance: 'unspecified' };
    // Taken in part, and not which part: no clause may be called taken.
    return { ...here, stance: base === 'partial' ? 'unspecified' : base };
  });
  return {
    finding: {
      level,
      stance: base === 'accepted' && clauses.some((clause) => clause.stance !== 'accepted') ? 'partial' : base,
      wording: levelWording(clauses, base),
      spans: mergeSpans(source.text, [...spans, ...clauses.flatMap((clause) => clause.spans)]),
      clauses,
    },
    additions: [
      ...(alignment?.additions ?? []),
      ...(alignment !== null && whole === null ? spansOfWords(source, words) : []),
    ],
    evidence: by,
  };
}

function baseStance({
  evidence,
  decided,
  section,
  labelsLost,
  boxesLost,
}: {
  evidence: LevelEvidence | undefined;
  decided: Said | null;
  section: SectionEvidence;
  labelsLost: boolean;
  boxesLost: boolean;
}): { stance: Stance; by: LevelReading['evidence'] } {
  if (decided !== null) return { stance: stanceSaid(decided), by: 'decision' };
  if (evidence?.answer === 'yes') return { stance: 'accepted', by: 'box' };
  if (evidence?.answer === 'no') return { stance: 'refused', by: 'box' };
  if (evidence?.answer === 'partly') return { stance: 'partial', by: 'decision' };
  if (evidence?.answer === 'open') return { stance: 'unspecified', by: 'decision' };
  if (evidence?.box === 'marked') return { stance: 'accepted', by: 'box' };
  if (evidence?.box === 'unmarked') return { stance: boxesLost ? 'unknown' : 'refused', by: 'box' };
  if (labelsLost) return { stance: 'unknown', by: 'label' };
  // Boxes beside each clause, none marked. Without a mark in the whole document they may be the bullets of a list.
  if (evidence !== undefined && allUnmarked(evidence) && !(boxesLost && evidence.named))
    return { stance: boxesLost ? 'unknown' : 'refused', by: 'box' };
  const boxes = [...section.levels.values()].some(({ box, answer }) => box === 'marked' || answer === 'yes');
  if (boxes) return { stance: 'unspecified', by: 'box' };
  const agreed = section.decisions.some(({ levels }) => levels.some(({ said }) => said === 'accepted'));
  if (agreed) return { stance: 'unspecified', by: 'decision' };
  const last = section.decisions.findLast((decision) => decision.whole !== null);
  // « Nous étudierons la suite », « c'est la compétence d'un autre »: remarks do not undo a level named as taken.
  const keeps = evidence?.named === true && (last?.whole !== 'refused' || !last.firm);
  if (last?.whole !== undefined && last.whole !== null && last.whole !== 'accepted' && !keeps)
    return { stance: stanceSaid(last.whole), by: 'decision' };
  return { stance: 'accepted', by: evidence?.named === true ? 'label' : 'quote' };
}

/** What was left open is not said. */
export function stanceSaid(said: Said): Stance {
  if (said === 'partly') return 'partial';
  return said === 'open' ? 'unspecified' : said;
}

function levelWording(clauses: readonly ClauseFinding[], base: Stance): Wording {
  const taken = clauses.filter(({ stance }) => stance === 'accepted');
  if (taken.some(({ wording }) => wording === 'amended')) return 'amended';
  return base === 'accepted' && clauses.length > 0 && clauses.every(({ wording }) => wording === 'omitted')
    ? 'omitted'
    : 'same';
}

/** The last word said of a level, null when no decision names it. */
function decidedOn(
  decisions: readonly Decision[],
  { level, measure }: { level: number; measure: ReferenceMeasure | null },
): Said | null {
  const said = decisions.flatMap(({ levels }) =>
    levels.filter((mention) => resolve(mention.levels, measure).includes(level)),
  );
  return said.at(-1)?.said ?? null;
}

function mentionsOf(
  decisions: readonly Decision[],
  { level, measure }: { level: number; measure: ReferenceMeasure | null },
): Span[] {
  return decisions.flatMap(({ levels, quotes }) =>
    [...levels, ...quotes]
      .filter((place) => resolve(place.levels, measure).includes(level))
      .map(({ start, end }) => ({ start, end })),
  );
}

function quotedWords(
  source: Source,
  decisions: readonly Decision[],
  { level, measure }: { level: number; measure: ReferenceMeasure | null },
): number[] {
  return decisions.flatMap(({ quotes }) =>
    quotes
      .filter((quote) => resolve(quote.levels, measure).includes(level))
      .flatMap((quote) => tokensBetween(source.tokens, quote.start, quote.end)),
  );
}

function allUnmarked({ words, unmarked }: LevelEvidence): boolean {
  return words.length > 0 && unmarked.length === words.length;
}

function isUnmarked(source: Source, clause: ClauseAlignment, evidence: LevelEvidence): boolean {
  if (evidence.unmarked.length === 0 || allUnmarked(evidence)) return false;
  const unmarked = new Set(evidence.unmarked);
  const words = clause.spans.flatMap((span) => tokensBetween(source.tokens, span.start, span.end));
  return words.length > 0 && words.filter((token) => unmarked.has(token)).length > words.length / 2;
}

function spansOfWords(source: Source, words: readonly number[]): Span[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ start: source.tokens.starts[first] ?? 0, end: source.tokens.ends[last] ?? 0 }];
}
