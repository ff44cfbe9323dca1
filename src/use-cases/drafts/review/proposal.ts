/**
 * A reading as a list of proposals that a person confirms, corrects or refuses, one by one.
 *
 * The reading of a draft never changes, so the place of a finding in it is a stable name (`commitment-3`).
 * What people decided stands beside: ./reviewed-pact.ts and ./reviewed-plan.ts put both together.
 */
import type { Decision } from '#domain/pact/decision.ts';
import type {
  ActionFinding,
  CommitmentFinding,
  LocalCommitmentFinding,
  PactReading,
  PlanReading,
  PrincipleFinding,
  Reading,
  Span,
  Unread,
} from '#reading/contract.ts';
import { CONFIDENCE_THRESHOLD } from '#reading/propose/confidence.ts';

/** Why a proposal needs a look before anything is published. */
export type Doubt =
  | { readonly kind: 'low-confidence'; readonly confidence: number }
  | { readonly kind: 'no-measure' }
  /** Several proposals speak of the same measure: one can be kept. */
  | { readonly kind: 'same-measure'; readonly measure: number; readonly proposals: readonly string[] }
  /** Boxes were lost on the way to text. */
  | { readonly kind: 'unknown-stance' }
  /** The reader followed one of two things that disagree; `warning` is its code. */
  | { readonly kind: 'reader-asks'; readonly warning: string }
  | { readonly kind: 'no-list-name' }
  | { readonly kind: 'no-title' }
  /** The sheet prints another number than the summary. */
  | { readonly kind: 'other-number'; readonly printed: string; readonly corrected: string };

type About =
  | { readonly kind: 'signatory'; readonly finding: PactReading['signatory'] }
  | { readonly kind: 'principle'; readonly finding: PrincipleFinding }
  | { readonly kind: 'commitment'; readonly finding: CommitmentFinding }
  | { readonly kind: 'local-commitment'; readonly finding: LocalCommitmentFinding }
  | { readonly kind: 'plan'; readonly finding: Pick<PlanReading, 'title' | 'council'> }
  | { readonly kind: 'axis'; readonly finding: PlanReading['axes'][number] }
  | { readonly kind: 'action'; readonly finding: ActionFinding }
  /** A passage that no finding took: nothing asks for a decision, but one may turn it into a promise. */
  | { readonly kind: 'unread'; readonly finding: Unread };

export type Proposal = About & {
  /** Stable within its draft, fit for an address: `commitment-3`. */
  readonly id: string;
  readonly spans: readonly Span[];
  /** 0 to 1; null where the reader gives none. */
  readonly confidence: number | null;
  readonly doubts: readonly Doubt[];
  /** Codes of the reader's warnings about these passages. */
  readonly warnings: readonly string[];
};

/** Warnings of the reader that end with "to be confirmed". */
const ASKING: ReadonlySet<string> = new Set(['number-title-mismatch', 'level-label-differs', 'exception-not-found']);

/** Decisions in force, by the id of their proposal. */
export type Decisions = ReadonlyMap<string, Decision>;

/** In the order of the document's parts; a charter has none: it is data, reviewed elsewhere. */
export function proposalsOf(reading: Reading): readonly Proposal[] {
  switch (reading.kind) {
    case 'pact':
      return pactProposals(reading);
    case 'plan':
      return planProposals(reading);
    case 'charter':
      return [];
  }
}

/** Whether a proposal that needs a look has none yet. */
export function isWaiting(proposal: Proposal, decisions: Decisions): boolean {
  if (proposal.doubts.length === 0) return false;
  const decision = decisions.get(proposal.id);
  return decision === undefined || decision.kind === 'undecide';
}

function pactProposals(reading: PactReading): readonly Proposal[] {
  const build = proposalBuilder(reading);
  const sharers = proposalsByMeasure(reading);
  return [
    build('signatory', {
      about: { kind: 'signatory', finding: reading.signatory },
      doubts: reading.signatory.list === null ? [{ kind: 'no-list-name' }] : [],
    }),
    ...reading.principles.map((finding, index) =>
      build(`principle-${index}`, {
        about: { kind: 'principle', finding },
        doubts: finding.stance === 'unknown' ? [{ kind: 'unknown-stance' }] : [],
      }),
    ),
    ...reading.commitments.map((finding, index) =>
      build(`commitment-${index}`, {
        about: { kind: 'commitment', finding },
        doubts: commitmentDoubts(finding, sharers),
        confidence: finding.confidence,
      }),
    ),
    ...reading.localCommitments.map((finding, index) =>
      build(`local-${index}`, { about: { kind: 'local-commitment', finding }, doubts: [] }),
    ),
    ...unreadProposals(reading),
  ];
}

function planProposals(reading: PlanReading): readonly Proposal[] {
  const build = proposalBuilder(reading);
  const { title, council } = reading;
  return [
    build('plan', {
      about: { kind: 'plan', finding: { title, council } },
      doubts: title === null ? [{ kind: 'no-title' }] : [],
      spans: council.spans,
    }),
    ...reading.axes.map((finding, index) => build(`axis-${index}`, { about: { kind: 'axis', finding }, doubts: [] })),
    ...reading.actions.map((finding, index) =>
      build(`action-${index}`, { about: { kind: 'action', finding }, doubts: actionDoubts(finding) }),
    ),
    ...unreadProposals(reading),
  ];
}

function unreadProposals(reading: PactReading | PlanReading): readonly Proposal[] {
  const build = proposalBuilder(reading);
  return reading.unread.map((finding, index) =>
    build(`unread-${index}`, { about: { kind: 'unread', finding }, doubts: [], spans: [finding] }),
  );
}

function commitmentDoubts(
  finding: CommitmentFinding,
  sharers: ReadonlyMap<number, readonly string[]>,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (finding.confidence < CONFIDENCE_THRESHOLD) {
    doubts.push({ kind: 'low-confidence', confidence: finding.confidence });
  }
  if (finding.measure === null) doubts.push({ kind: 'no-measure' });
  else {
    const proposals = sharers.get(finding.measure) ?? [];
    if (proposals.length > 1) doubts.push({ kind: 'same-measure', measure: finding.measure, proposals });
  }
  if (finding.stance === 'unknown' || finding.levels.some((level) => level.stance === 'unknown')) {
    doubts.push({ kind: 'unknown-stance' });
  }
  return doubts;
}

function actionDoubts({ number, printedNumber }: ActionFinding): readonly Doubt[] {
  return number === printedNumber ? [] : [{ kind: 'other-number', printed: printedNumber, corrected: number }];
}

function proposalsByMeasure(reading: PactReading): ReadonlyMap<number, readonly string[]> {
  const byMeasure = new Map<number, string[]>();
  reading.commitments.forEach(({ measure }, index) => {
    if (measure !== null) byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), `commitment-${index}`]);
  });
  return byMeasure;
}

type Draft = {
  readonly about: About;
  readonly doubts: readonly Doubt[];
  readonly confidence?: number;
  /** Absent: those of the finding. */
  readonly spans?: readonly Span[];
};

function proposalBuilder(reading: Reading): (id: string, draft: Draft) => Proposal {
  return (id, { about, doubts, confidence, spans }) => {
    const places = spans ?? ('spans' in about.finding ? about.finding.spans : []);
    const warnings = reading.warnings.filter((warning) => warning.spans.some((span) => touchesAny(span, places)));
    const codes = [...new Set(warnings.map((warning) => warning.code))];
    const asked = about.kind === 'commitment' ? codes.filter((code) => ASKING.has(code)) : [];
    return {
      id,
      ...about,
      doubts: [...doubts, ...asked.map((warning): Doubt => ({ kind: 'reader-asks', warning }))],
      confidence: confidence ?? null,
      spans: places,
      warnings: codes,
    };
  };
}

function touchesAny(span: Span, places: readonly Span[]): boolean {
  return places.some((place) => span.start < place.end && place.start < span.end);
}
