/** The proposals of a draft as a list to go through. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { nameOf, stateOf, STATE_WORD, UNREAD_STATE_WORD, type ReviewState } from '#ui/messages/lire-review.fr.ts';
import type { ProposalView } from '#use-cases/drafts/see-draft.ts';

export type ProposalRow = {
  readonly id: string;
  readonly kind: ProposalView['kind'];
  readonly short: string;
  readonly title: string;
  readonly state: ReviewState;
  readonly stateWord: string;
  /** As read; null where a proposal has none. */
  readonly stance: Stance | null;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
};

export function rowsOf(proposals: readonly ProposalView[], edition: Edition | null): readonly ProposalRow[] {
  return proposals.map((proposal) => rowOf(proposal, edition));
}

export function rowOf(proposal: ProposalView, edition: Edition | null): ProposalRow {
  const state = stateOf(proposal);
  const finding = proposal.finding;
  const corrected = proposal.decided?.decision.kind === 'correct-commitment' ? proposal.decided.decision : null;
  const levels = corrected?.levels ?? ('levels' in finding ? finding.levels : []);
  return {
    id: proposal.id,
    kind: proposal.kind,
    ...nameOf(proposal, edition),
    state,
    stateWord: (proposal.kind === 'unread' ? UNREAD_STATE_WORD : STATE_WORD)[state],
    stance: 'stance' in finding ? (corrected?.stance ?? finding.stance) : null,
    levels: levels.map(({ level, stance }) => ({ level, stance })),
  };
}
