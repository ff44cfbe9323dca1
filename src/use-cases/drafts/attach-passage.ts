/**
 * An unread passage goes, word for word, to the observations of a commitment: both are answered at once, or neither is.
 *
 * The words are added to what the commitment says at that moment, so nobody's correction is lost; only the passage has a
 * version to be stale.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { Decision } from '#domain/pact/decision.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftKey, StoredDecision, Stores } from '../stores.ts';
import { enterDraft, signatureOf } from './enter-draft.ts';
import { checkDecision } from './review/check-decision.ts';
import { proposalsOf, type Proposal } from './review/proposal.ts';
import { passageText } from './review/quotations.ts';
import type { CannotReview } from './review-proposal.ts';

export type AttachPassage = {
  readonly draft: DraftKey;
  /** The unread passage: `unread-2`. */
  readonly passage: string;
  /** The version that the person saw of it; 0 when nobody had said anything. */
  readonly version: number;
  /** The commitment that it completes: `commitment-3`. */
  readonly commitment: string;
};

/** `version` is that of the passage. */
export async function attachPassage(
  stores: Stores,
  actor: Actor,
  request: AttachPassage,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotReview>> {
  return await stores.together(async (all): Promise<Result<{ version: number }, CannotReview>> => {
    const entered = await enterDraft(all, actor, { act: 'attach-passage', key: request.draft, now, lock: true });
    if (!entered.ok) return entered;
    const draft = entered.value;
    const proposals = proposalsOf(draft.reading);
    const passage = proposals.find(({ id }) => id === request.passage);
    const commitment = proposals.find(({ id }) => id === request.commitment);
    if (passage?.kind !== 'unread') return refuse({ kind: 'unknown-proposal', proposal: request.passage });
    if (commitment?.kind !== 'commitment') return refuse({ kind: 'unknown-proposal', proposal: request.commitment });

    const stored = await all.drafts.decisions(draft.id);
    const theirs = stored.find(({ proposal }) => proposal === passage.id) ?? null;
    const confirmed: Decision = { kind: 'confirm' };
    const stale = { kind: 'stale-decision', theirs, yours: confirmed } as const;
    if ((theirs?.version ?? 0) !== request.version) return refuse(stale);

    const before = stored.find(({ proposal }) => proposal === commitment.id);
    const completed = completedBy(commitment, before?.decision, passageText(draft.reading.text, passage.spans));
    if (completed === null) return refuse({ kind: 'bad-decision', why: 'not-for-this-proposal' });
    const edition = draft.choices.edition === null ? null : await all.editions.find(draft.choices.edition);
    const checked = checkDecision(completed, { proposal: commitment, edition });
    if (!checked.ok) return checked;

    const signed = { decidedBy: signatureOf(actor), decidedAt: now };
    const answers: readonly StoredDecision[] = [
      { proposal: commitment.id, version: (before?.version ?? 0) + 1, decision: checked.value, ...signed },
      { proposal: passage.id, version: request.version + 1, decision: confirmed, ...signed },
    ];
    for (const answer of answers) if (!(await all.drafts.decide(draft.id, answer))) return refuse(stale);
    await all.journal.append({
      at: now,
      act: 'attach-passage',
      actor: actor.kind,
      subject: { kind: 'draft', id: draft.id },
      says: {
        by: signatureOf(actor),
        answers: answers.map(({ proposal, version, decision }) => ({ proposal, version, decision })),
      },
    });
    return accept({ version: request.version + 1 });
  });
}

/** What was said of the commitment, with these words more; null: it was said to be none. */
function completedBy(
  { finding }: Extract<Proposal, { kind: 'commitment' }>,
  before: Decision | undefined,
  words: string,
): Decision | null {
  if (before?.kind === 'correct-commitment') {
    return { ...before, observations: [...(before.observations ?? finding.observations), words] };
  }
  if (before !== undefined && before.kind !== 'confirm' && before.kind !== 'undecide') return null;
  return { kind: 'correct-commitment', observations: [...finding.observations, words] };
}
