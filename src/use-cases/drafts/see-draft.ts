/** Everything the review page shows of a draft. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Reading } from '#reading/contract.ts';
import type { DraftChoices, DraftKey, StoredDecision, StoredDraft, Stores } from '../stores.ts';
import { enterDraft, type CannotEnter } from './enter-draft.ts';
import { isWaiting, proposalsOf, type Decisions, type Proposal } from './review/proposal.ts';

export type ProposalView = Proposal & {
  /** What people last said of it; null: nothing yet, or taken back. */
  readonly decided: StoredDecision | null;
  /** To send back with a decision: 0 when nobody said anything yet. */
  readonly version: number;
  /** Needs a look before anything is published, and nobody looked. */
  readonly waiting: boolean;
};

export type DraftView = {
  readonly id: number;
  readonly state: 'open' | 'published';
  readonly kind: Reading['kind'];
  readonly reading: Reading;
  readonly proposals: readonly ProposalView[];
  readonly counts: { readonly proposals: number; readonly waiting: number; readonly decided: number };
  readonly choices: DraftChoices & { readonly version: number };
  readonly filename: string;
  readonly sha256: string;
  readonly readAt: Date;
  readonly readerVersion: string;
  readonly expiresAt: Date;
  /** A bulk entry waits for it: it is published from there. */
  readonly queued: boolean;
  readonly published: StoredDraft['published'];
};

export async function seeDraft(
  stores: Stores,
  actor: Actor,
  { draft: key }: { readonly draft: DraftKey },
  now: Date,
): Promise<Result<DraftView, CannotEnter>> {
  const entered = await enterDraft(stores, actor, { act: 'see-draft', key, now, lock: false });
  if (!entered.ok) return entered;
  const draft = entered.value;
  const stored = await stores.drafts.decisions(draft.id);
  const decisions = decisionsInForce(stored);
  const byProposal = new Map(stored.map((decision) => [decision.proposal, decision]));
  const proposals = proposalsOf(draft.reading).map((proposal): ProposalView => {
    const last = byProposal.get(proposal.id);
    return {
      ...proposal,
      decided: last === undefined || last.decision.kind === 'undecide' ? null : last,
      version: last?.version ?? 0,
      waiting: isWaiting(proposal, decisions),
    };
  });
  return accept({
    id: draft.id,
    state: draft.published === null ? 'open' : 'published',
    kind: draft.reading.kind,
    reading: draft.reading,
    proposals,
    counts: {
      proposals: proposals.length,
      waiting: proposals.filter(({ waiting }) => waiting).length,
      decided: proposals.filter(({ decided }) => decided !== null).length,
    },
    choices: { ...draft.choices, version: draft.choicesVersion },
    filename: draft.filename,
    sha256: draft.sha256,
    readAt: draft.openedAt,
    readerVersion: draft.readerVersion,
    expiresAt: draft.expiresAt,
    queued: draft.queued,
    published: draft.published,
  });
}

export function decisionsInForce(stored: readonly StoredDecision[]): Decisions {
  return new Map(stored.map(({ proposal, decision }) => [proposal, decision]));
}
