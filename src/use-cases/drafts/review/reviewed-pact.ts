/**
 * A pact's reading and the decisions of a person, put together: the pact as it will be published.
 */
import type { CharterText } from '#domain/charter/edition.ts';
import type { Commitment, LocalCommitment, SignedPrinciple } from '#domain/pact/commitment.ts';
import type { CommitmentCorrection, Decision, ToMeasure } from '#domain/pact/decision.ts';
import type { Pact } from '#domain/pact/pact.ts';
import { stanceOfMeasure } from '#domain/pact/stance.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { PactReading } from '#reading/contract.ts';
import { askedAbout, type AskedAbout } from './asked-about.ts';
import { isWaiting, proposalsOf, type Decisions, type Proposal } from './proposal.ts';
import { passageText, quote } from './quotations.ts';
import { reviewedCommitment, statedLevel } from './reviewed-commitment.ts';

export type ReviewedPact = Pick<Pact, 'listName' | 'leader' | 'principles' | 'commitments' | 'localCommitments'>;

export type PactNotReady =
  | { readonly kind: 'undecided'; readonly proposals: readonly AskedAbout[] }
  | { readonly kind: 'measure-twice'; readonly measure: number; readonly proposals: readonly AskedAbout[] }
  | { readonly kind: 'unknown-measure'; readonly measure: number }
  | { readonly kind: 'nothing-promised' };

export type PactReview = {
  readonly reading: PactReading;
  readonly decisions: Decisions;
  readonly edition: CharterText;
  /** The operator takes what was read as it is, doubts included. */
  readonly acceptAll?: boolean;
};

/**
 * With `acceptAll`, a doubt is taken as read: a promise that no measure matches becomes a local commitment, in its
 * own words. Two promises for one measure are refused all the same: they would be one row.
 */
export function reviewedPact(review: PactReview): Result<ReviewedPact, PactNotReady> {
  const { reading, decisions, edition, acceptAll = false } = review;
  const proposals = proposalsOf(reading);
  const waiting = proposals.filter((proposal) => isWaiting(proposal, decisions));
  if (waiting.length > 0 && !acceptAll) {
    return refuse({ kind: 'undecided', proposals: waiting.map((proposal) => askedAbout(proposal, reading.text)) });
  }

  const kept: Kept = { signatory: reading.signatory, principles: [], commitments: [], locals: [] };
  for (const proposal of proposals) keep(kept, { proposal, decision: decisions.get(proposal.id), text: reading.text });

  const clash = findClash(kept.commitments, { edition, text: reading.text });
  if (clash !== null) return refuse(clash);
  if (kept.commitments.length + kept.locals.length + kept.principles.length === 0) {
    return refuse({ kind: 'nothing-promised' });
  }
  return accept({
    listName: kept.signatory.list,
    leader: kept.signatory.leader,
    principles: kept.principles,
    commitments: kept.commitments.map(({ commitment }) => commitment).toSorted((a, b) => a.measure - b.measure),
    localCommitments: kept.locals,
  });
}

type Kept = {
  signatory: { readonly list: string | null; readonly leader: string | null };
  readonly principles: SignedPrinciple[];
  readonly commitments: { readonly proposal: Proposal; readonly commitment: Commitment }[];
  readonly locals: LocalCommitment[];
};

type Step = { readonly proposal: Proposal; readonly decision: Decision | undefined; readonly text: string };

function keep(kept: Kept, { proposal, decision, text }: Step): void {
  if (decision?.kind === 'refuse') {
    if (proposal.kind === 'signatory') kept.signatory = { list: null, leader: null };
    return;
  }
  if (decision?.kind === 'to-local') {
    const { text: words, relatedMeasures } = decision;
    kept.locals.push({
      localNumber: localNumberOf(proposal),
      text: words,
      relatedMeasures,
      quotations: quote(text, proposal.spans),
    });
    return;
  }
  if (decision?.kind === 'to-measure') {
    kept.commitments.push({ proposal, commitment: stated(decision, { proposal, text }) });
    return;
  }
  switch (proposal.kind) {
    case 'signatory':
      if (decision?.kind !== 'correct-signatory') return;
      kept.signatory = {
        list: decision.listName === undefined ? kept.signatory.list : decision.listName,
        leader: decision.leader === undefined ? kept.signatory.leader : decision.leader,
      };
      return;
    case 'principle': {
      const correction = decision?.kind === 'correct-principle' ? decision : null;
      kept.principles.push({
        letter: proposal.finding.principle,
        stance: correction?.stance ?? proposal.finding.stance,
        observations: correction?.observations ?? proposal.finding.observations,
        quotations: quote(text, proposal.spans),
      });
      return;
    }
    case 'commitment':
      keepCommitment(kept, { proposal, correction: decision?.kind === 'correct-commitment' ? decision : null, text });
      return;
    case 'local-commitment': {
      const correction = decision?.kind === 'correct-local' ? decision : null;
      kept.locals.push({
        localNumber: proposal.finding.localNumber,
        text: correction?.text ?? proposal.finding.text,
        relatedMeasures: correction?.relatedMeasures ?? proposal.finding.relatedMeasures,
        quotations: quote(text, proposal.spans),
      });
      return;
    }
    case 'unread':
    case 'plan':
    case 'axis':
    case 'action':
      return;
  }
}

type CommitmentStep = {
  readonly proposal: Extract<Proposal, { kind: 'commitment' }>;
  readonly correction: CommitmentCorrection | null;
  readonly text: string;
};

function keepCommitment(kept: Kept, { proposal, correction, text }: CommitmentStep): void {
  const { finding } = proposal;
  const measure = correction?.measure ?? finding.measure;
  if (measure !== null) {
    kept.commitments.push({
      proposal,
      commitment: reviewedCommitment({ text }, { finding, measure, correction }),
    });
    return;
  }
  const words = passageText(text, finding.spans);
  if (words === '') return;
  kept.locals.push({
    localNumber: finding.localNumber,
    text: words,
    relatedMeasures: [],
    quotations: quote(text, finding.spans),
  });
}

function stated(decision: ToMeasure, { proposal, text }: { proposal: Proposal; text: string }): Commitment {
  const levels = decision.levels.map(statedLevel);
  return {
    measure: decision.measure,
    localNumber: localNumberOf(proposal),
    title: 'unmatched',
    stance: levels.length > 0 ? stanceOfMeasure(levels) : decision.stance,
    levels,
    competentBody: proposal.kind === 'commitment' ? proposal.finding.competentBody : null,
    observations: proposal.kind === 'commitment' ? proposal.finding.observations : [],
    confidence: 1,
    reasons: [],
    quotations: quote(text, proposal.spans),
  };
}

function localNumberOf(proposal: Proposal): string | null {
  return proposal.kind === 'commitment' || proposal.kind === 'local-commitment' ? proposal.finding.localNumber : null;
}

function findClash(
  commitments: Kept['commitments'],
  { edition, text }: { edition: CharterText; text: string },
): PactNotReady | null {
  const known = new Set(edition.measures.map(({ number }) => number));
  const byMeasure = Map.groupBy(commitments, ({ commitment }) => commitment.measure);
  for (const [measure, same] of byMeasure) {
    if (!known.has(measure)) return { kind: 'unknown-measure', measure };
    if (same.length > 1) {
      const proposals = same.map(({ proposal }) => askedAbout(proposal, text));
      return { kind: 'measure-twice', measure, proposals };
    }
  }
  return null;
}
