/**
 * The document of a draft, read with another charter: a new draft, since a reading never changes and the names of its
 * proposals hold only within it. The first draft stays as it is, at its own address.
 *
 * What people said is taken over where it still means the same: the same passage, and words that name neither a
 * measure nor a level of the first charter.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { Decision } from '#domain/pact/decision.ts';
import { refuse, type Result } from '#domain/shared/result.ts';
import type { DraftKey, Stores } from '../stores.ts';
import { chooseForDraft } from './choose-for-draft.ts';
import { enterDraft, type CannotEnter } from './enter-draft.ts';
import { openDraft, type CannotOpen, type ReadDocument } from './open-draft.ts';
import { reviewProposal } from './review-proposal.ts';
import { proposalsOf, type Proposal } from './review/proposal.ts';
import { seeDraft } from './see-draft.ts';

export type ReadDraftAgain<Refusal> = {
  readonly draft: DraftKey;
  /** Id of an edition. */
  readonly charter: string;
  readonly read: ReadDocument<Refusal>;
};

export type ReadAgain = {
  readonly draft: number;
  readonly token: string;
  /** Answers taken over, and answers to be given again. */
  readonly carried: number;
  readonly left: number;
};

export async function readDraftAgain<Refusal>(
  stores: Stores,
  actor: Actor,
  { draft: key, charter, read }: ReadDraftAgain<Refusal>,
  now: Date,
): Promise<Result<ReadAgain, CannotEnter | CannotOpen | Refusal>> {
  const entered = await enterDraft(stores, actor, { act: 'choose-for-draft', key, now, lock: false });
  if (!entered.ok) return entered;
  const { reading, choices, document, filename, id } = entered.value;
  const file = await stores.documents.fetch(document);
  if (file === null) return refuse({ kind: 'unknown-draft' });
  const place = choices.place === null ? {} : { place: choices.place };
  // Anyone may send a document; the one of this draft is no exception.
  const sender: Actor = actor.kind === 'draft-holder' ? { kind: 'anyone' } : actor;
  const opened = await openDraft(
    stores,
    sender,
    { bytes: file.bytes, filename, charter, as: 'pact', ...place, read },
    now,
  );
  if (!opened.ok) return opened;

  const { token, draft } = opened.value;
  const holder: Actor = { kind: 'draft-holder', token };
  const fresh = await seeDraft(stores, holder, { draft: { token } }, now);
  if (!fresh.ok) return fresh;
  const { signedOn, termFrom } = choices;
  const said = { draft: { token }, version: fresh.value.choices.version, choices: { signedOn, termFrom } };
  await chooseForDraft(stores, holder, said, now);

  const before = proposalsOf(reading);
  const decisions = (await stores.drafts.decisions(id)).filter(({ decision }) => decision.kind !== 'undecide');
  let carried = 0;
  for (const { proposal, decision } of decisions) {
    const old = before.find((candidate) => candidate.id === proposal);
    if (old === undefined || !outlivesTheCharter(decision, old)) continue;
    const same = fresh.value.proposals.find((candidate) => isSamePassage(candidate, old));
    if (same === undefined) continue;
    const again = { draft: { token }, proposal: same.id, version: 0, decision };
    const reviewed = await reviewProposal(stores, holder, again, now);
    carried += reviewed.ok ? 1 : 0;
  }
  return { ok: true, value: { draft, token, carried, left: decisions.length - carried } };
}

function outlivesTheCharter(decision: Decision, { kind }: Proposal): boolean {
  switch (decision.kind) {
    case 'refuse':
    case 'correct-signatory':
      return true;
    case 'confirm':
      return kind === 'signatory' || kind === 'unread';
    case 'to-local':
    case 'correct-local':
      return (decision.relatedMeasures ?? []).length === 0;
    default:
      return false;
  }
}

function isSamePassage(one: Proposal, other: Proposal): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'signatory') return true;
  const places = ({ spans }: Proposal): string => spans.map(({ start, end }) => `${start}-${end}`).join();
  return places(one) === places(other);
}
