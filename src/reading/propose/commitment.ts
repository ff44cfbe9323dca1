/** One measure of the pact, from the sections that speak of it to its finding. */
import type { CommitmentFinding, Span, TitleMatch, Warning } from '#reading/contract.ts';
import { stanceOfMeasure, type Stance } from '#domain/pact/stance.ts';
import type { ReferenceMeasure } from '#reading/align/reference.ts';
import type { TitleFound } from '#reading/align/title.ts';
import type { Box } from '#reading/split/line-start.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans } from '#reading/text/spans.ts';
import { warn } from '#reading/warnings.ts';
import { competentBody } from './competent-body.ts';
import { judge } from './confidence.ts';
import type { Said } from './decision-cues.ts';
import { isBareForm, type DocumentMarks } from './document-marks.ts';
import type { SectionEvidence } from './level-evidence.ts';
import { readLevels, stanceSaid, type LevelReading } from './level-finding.ts';
import { observationsOf } from './observations.ts';

export type Spoken = {
  readonly measure: number | null;
  readonly reference: ReferenceMeasure | null;
  readonly title: TitleMatch;
  readonly found: TitleFound | null;
  readonly localNumber: string | null;
  readonly number: number | null;
  /** Box beside the measure itself. */
  readonly box: Box | null;
  /** Under a heading such as « Mesures non retenues ». */
  readonly saidByHeading: Said | null;
  readonly evidence: SectionEvidence;
  readonly spans: readonly Span[];
};

export function proposeCommitment(
  source: Source,
  spoken: Spoken,
  marks: DocumentMarks,
): { finding: CommitmentFinding; warnings: Warning[] } {
  const { evidence, reference } = spoken;
  const levels = readLevels(source, {
    measure: reference,
    section: evidence,
    labelsLost: marks.labelsLost && isBareForm(evidence),
    boxesLost: marks.boxesLost,
  });
  const findings = levels.map(({ finding }) => overruled(spoken, { finding, marks }));
  const stance = stanceOf(spoken, { findings, marks });
  const observations = observationsOf(source.text, {
    decisions: evidence.decisions.map(({ span }) => span),
    units: evidence.others,
    additions: levels.flatMap(({ additions }) => additions),
  });
  const bodies = observations.map(({ text }) => competentBody(text)).filter((body) => body !== null);
  const { confidence, reasons } = judge({
    title: spoken.title,
    found: spoken.found,
    number: spoken.number,
    levels,
    mislabelled: evidence.mislabelled.length > 0,
    denied: stance === 'accepted' && findings.length === 0 && observations.some(({ text }) => DENIES.test(text)),
  });
  const spans = mergeSpans(source.text, spoken.spans);
  return {
    finding: {
      measure: spoken.measure,
      localNumber: spoken.localNumber,
      title: spoken.title,
      stance,
      levels: findings,
      competentBody: bodies[0] ?? null,
      observations: observations.map(({ text }) => text),
      confidence,
      reasons,
      spans,
    },
    warnings: warningsOf(spoken, { levels, spans }),
  };
}

/** A remark that may say the contrary in words that nobody foresaw: somebody looks. */
const DENIES =
  /(?<![\p{L}])(?:ne\s|n['’]|pas(?![\p{L}])|jamais|sans\s|aucun|non(?![\p{L}])|refus|rejet|écart|exclu|impossible|irréaliste|plutôt\s+que)/iu;

function stanceOf(
  spoken: Spoken,
  { findings, marks }: { findings: readonly { stance: Stance }[]; marks: DocumentMarks },
): Stance {
  if (findings.length > 0) return stanceOfMeasure(findings);
  if (isUnticked(spoken, marks)) return 'refused';
  if (spoken.saidByHeading !== null) return stanceSaid(spoken.saidByHeading);
  if (spoken.box === 'unmarked') return 'unknown';
  const decisions = spoken.evidence.decisions.filter(({ whole }) => whole !== null);
  // « Aucun engagement. Le foncier relève de la métropole »: the answer counts, not the remark that explains it.
  const whole = (decisions.findLast(({ firm }) => firm) ?? decisions.at(-1))?.whole ?? null;
  return whole === null ? 'accepted' : stanceSaid(whole);
}

function isUnticked({ box }: Spoken, { someMarked }: DocumentMarks): boolean {
  return box === 'unmarked' && someMarked;
}

/** A heading above or the measure's own box says it of every level. */
function overruled(
  spoken: Spoken,
  { finding, marks }: { finding: LevelReading['finding']; marks: DocumentMarks },
): LevelReading['finding'] {
  const said = isUnticked(spoken, marks) ? 'refused' : spoken.saidByHeading;
  if (said === null) return finding;
  const stance = stanceSaid(said);
  return { ...finding, stance, clauses: finding.clauses.map((clause) => ({ ...clause, stance })) };
}

function warningsOf(
  spoken: Spoken,
  { levels, spans }: { levels: readonly LevelReading[]; spans: readonly Span[] },
): Warning[] {
  const warnings: Warning[] = [];
  const { measure, number, localNumber, evidence } = spoken;
  if (measure !== null && number !== null && number !== measure && spoken.found !== null)
    warnings.push(warn({ kind: 'number-title-mismatch', written: localNumber ?? String(number), measure }, spans));
  if (spoken.title === 'unmatched') warnings.push(warn({ kind: 'title-unknown', written: localNumber ?? '' }, spans));
  for (const { label, words, span } of evidence.mislabelled)
    warnings.push(warn({ kind: 'level-label-differs', measure, label, words }, [span]));
  for (const { finding } of levels) {
    const out = finding.clauses
      .filter(({ stance, wording }) => stance === 'unspecified' && wording === 'omitted')
      .map(({ clause }) => clause);
    if (out.length > 0 && out.length < finding.clauses.length && measure !== null)
      warnings.push(warn({ kind: 'clause-left-out', measure, level: finding.level, clauses: out }, finding.spans));
  }
  const exceptions = evidence.decisions.flatMap((decision) => decision.exceptions);
  if (
    exceptions.length > 0 &&
    !levels.some(({ finding }) => finding.clauses.some(({ stance }) => stance === 'refused'))
  )
    warnings.push(warn({ kind: 'exception-not-found', measure }, exceptions));
  return warnings;
}
