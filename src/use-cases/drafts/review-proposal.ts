/** One person says what one proposal is worth. Two people at once: the second is told, with both answers. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftKey, StoredDecision, Stores } from '../stores.ts';
import { enterDraft, signatureOf, type CannotEnter } from './enter-draft.ts';
import { checkDecision, type BadDecision } from './review/check-decision.ts';
import { proposalsOf } from './review/proposal.ts';

export type ReviewProposal = {
  readonly draft: DraftKey;
  readonly proposal: string;
  /** The version the person saw; 0 when nobody had said anything. */
  readonly version: number;
  /** As it came from the form: checked here. */
  readonly decision: unknown;
};

export type CannotReview =
  | CannotEnter
  | BadDecision
  | { readonly kind: 'unknown-proposal'; readonly proposal: string }
  /** Somebody answered meanwhile: nothing is overwritten, both are here. */
  | { readonly kind: 'stale-decision'; readonly theirs: StoredDecision | null; readonly yours: unknown };

export async function reviewProposal(
  stores: Stores,
  actor: Actor,
  request: ReviewProposal,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotReview>> {
  return await stores.together(async (all): Promise<Result<{ version: number }, CannotReview>> => {
    const entered = await enterDraft(all, actor, { act: 'review-proposal', key: request.draft, now, lock: true });
    if (!entered.ok) return entered;
    const draft = entered.value;
    const proposal = proposalsOf(draft.reading).find(({ id }) => id === request.proposal);
    if (proposal === undefined) return refuse({ kind: 'unknown-proposal', proposal: request.proposal });
    const edition = draft.choices.edition === null ? null : await all.editions.find(draft.choices.edition);
    const checked = checkDecision(request.decision, { proposal, edition });
    if (!checked.ok) return checked;

    const stored = await all.drafts.decisions(draft.id);
    const theirs = stored.find((decision) => decision.proposal === proposal.id) ?? null;
    if ((theirs?.version ?? 0) !== request.version) {
      return refuse({ kind: 'stale-decision', theirs, yours: request.decision });
    }
    const version = request.version + 1;
    const decision = {
      proposal: proposal.id,
      version,
      decision: checked.value,
      decidedBy: signatureOf(actor),
      decidedAt: now,
    };
    if (!(await all.drafts.decide(draft.id, decision))) {
      return refuse({ kind: 'stale-decision', theirs, yours: request.decision });
    }
    await all.journal.append({
      at: now,
      act: 'review-proposal',
      actor: actor.kind,
      subject: { kind: 'draft', id: draft.id },
      says: { by: signatureOf(actor), proposal: proposal.id, version, decision: checked.value },
    });
    return accept({ version });
  });
}
