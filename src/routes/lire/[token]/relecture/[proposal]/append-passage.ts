/** An unread passage goes, word for word, to the observations of a commitment: two answers, the commitment's first. */
import type { Actor } from '#domain/access/gate.ts';
import { refuse, type Result } from '#domain/shared/result.ts';
import { answerFor } from '#ui/review/answer.ts';
import { passageText } from '#use-cases/drafts/review/quotations.ts';
import { reviewProposal, type CannotReview } from '#use-cases/drafts/review-proposal.ts';
import type { DraftView } from '#use-cases/drafts/see-draft.ts';
import type { DraftKey, Stores } from '#use-cases/stores.ts';

type Append = {
  readonly draft: DraftKey;
  /** The unread passage, and the version that the person saw of it. */
  readonly proposal: string;
  readonly version: number;
  readonly target: string;
  readonly view: DraftView;
};

/** When the second answer is refused the first stands: the words are kept, the passage still asks. */
export async function appendPassage(
  stores: Stores,
  actor: Actor,
  { draft, proposal, version, target, view }: Append,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotReview>> {
  const passage = view.proposals.find(({ id }) => id === proposal);
  const completed = view.proposals.find(({ id }) => id === target);
  if (completed?.kind !== 'commitment' || passage?.kind !== 'unread') {
    return refuse({ kind: 'unknown-proposal', proposal: target });
  }
  const before = completed.decided?.decision;
  if (before !== undefined && before.kind !== 'confirm' && before.kind !== 'correct-commitment') {
    return refuse({ kind: 'bad-decision', why: 'not-for-this-proposal' });
  }
  const answer = answerFor(completed, { text: view.reading.text, edition: null });
  const said = answer.kind === 'commitment' ? answer.observations : [];
  const observations = [...said, passageText(view.reading.text, passage.spans)];
  const decision =
    before?.kind === 'correct-commitment' ? { ...before, observations } : { kind: 'correct-commitment', observations };
  const first = { draft, proposal: target, version: completed.version, decision };
  const added = await reviewProposal(stores, actor, first, now);
  if (!added.ok) return added;
  return await reviewProposal(stores, actor, { draft, proposal, version, decision: { kind: 'confirm' } }, now);
}
