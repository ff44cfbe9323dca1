/**
 * A reviewed draft becomes a public pact or plan, in one transaction: all of it, or nothing.
 * A second time is refused with the number of what is already there.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { termOpenedIn, type Term } from '#domain/pact/term.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { AlreadyThere, DraftKey, Kept, Provenance, PublishedBefore, StoredDraft, Stores } from '../stores.ts';
import { enterDraft, signatureOf, stateOf, type CannotEnter } from './enter-draft.ts';
import { reviewedPact, type PactNotReady } from './review/reviewed-pact.ts';
import { reviewedPlan, type PlanNotReady } from './review/reviewed-plan.ts';
import { decisionsInForce } from './see-draft.ts';
import type { Decisions } from './review/proposal.ts';

export type PublishDraft = {
  readonly draft: DraftKey;
  /** `accept` takes what was read as it is, doubts included; `refuse` waits until each was decided. */
  readonly doubts: 'refuse' | 'accept';
  /** Whether the actor says to have checked the reading: the page then says who and when, otherwise that nobody did. */
  readonly reviewed: boolean;
  /** `accept`: the actor knows that this file was already published, here or elsewhere. `refuse` unless told. */
  readonly sameFile?: 'refuse' | 'accept';
};

export type CannotPublish =
  | CannotEnter
  | PactNotReady
  | PlanNotReady
  | { readonly kind: 'already-published'; readonly what: 'pact' | 'plan'; readonly id: number }
  | { readonly kind: 'same-pact' | 'same-plan'; readonly id: number }
  /** From the same bytes: a mistake, unless the actor says otherwise. */
  | { readonly kind: 'file-published-before'; readonly before: readonly PublishedBefore[] }
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'edition-missing' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'term-missing' }
  | { readonly kind: 'charters-are-not-published' };

export type Published = { readonly kind: 'pact' | 'plan'; readonly id: number };

export async function publishDraft(
  stores: Stores,
  actor: Actor,
  request: PublishDraft,
  now: Date,
): Promise<Result<Published, CannotPublish>> {
  return await stores.together(async (all): Promise<Result<Published, CannotPublish>> => {
    const there = await publishedBefore(all, actor, { key: request.draft, now });
    if (there !== null) return refuse(there);
    const entered = await enterDraft(all, actor, { act: 'publish-draft', key: request.draft, now, lock: true });
    if (!entered.ok) return entered;
    const draft = entered.value;
    const decisions = decisionsInForce(await all.drafts.decisions(draft.id));
    const step = { draft, decisions, provenance: provenanceOf(draft, { actor, request, now }), request };

    const before = await all.published.fromFile({ sha256: draft.sha256, lock: true });
    const kept = draft.reading.kind === 'plan' ? await publishPlan(all, step) : await publishPact(all, step);
    if (!kept.ok) return kept;
    // Asked last: that this very pact is there says more. The refusal undoes what was just kept.
    if (before.length > 0 && request.sameFile !== 'accept') return refuse({ kind: 'file-published-before', before });
    const published: Published = { kind: draft.reading.kind === 'plan' ? 'plan' : 'pact', id: kept.value.id };
    await all.drafts.markPublished(draft.id, { ...published, at: now });
    await all.journal.append({
      at: now,
      act: 'publish-draft',
      actor: actor.kind,
      subject: published,
      says: {
        by: signatureOf(actor),
        draft: draft.id,
        document: draft.sha256,
        place: draft.choices.place,
        doubts: request.doubts,
        reviewed: request.reviewed,
        sameFile: before.length > 0,
        // What `journal verify` recomputes from the rows.
        digest: kept.value.digest,
      },
    });
    return accept(published);
  });
}

async function publishedBefore(
  stores: Stores,
  actor: Actor,
  { key, now }: { key: DraftKey; now: Date },
): Promise<CannotPublish | null> {
  const draft = await stores.drafts.lock(key);
  if (draft === null || draft.published === null) return null;
  // Only who may publish learns where it went this way; others meet the gate.
  if (!pass(actor, { act: 'publish-draft', state: 'open' }).ok) return null;
  if (stateOf(draft, now) === 'expired') return null;
  return { kind: 'already-published', what: draft.published.kind, id: draft.published.id };
}

type Step = {
  readonly draft: StoredDraft;
  readonly decisions: Decisions;
  readonly provenance: Provenance;
  readonly request: PublishDraft;
};

async function publishPact(stores: Stores, step: Step): Promise<Result<Kept, CannotPublish>> {
  const { reading, choices } = step.draft;
  if (reading.kind !== 'pact') return refuse({ kind: 'charters-are-not-published' });
  if (choices.place === null) return refuse({ kind: 'place-missing' });
  if (choices.edition === null) return refuse({ kind: 'edition-missing' });
  const edition = await stores.editions.find(choices.edition);
  if (edition === null) return refuse({ kind: 'unknown-edition', edition: choices.edition });
  const term: Term | null = termOpenedIn(choices.termFrom ?? edition.year);
  if (term === null) return refuse({ kind: 'term-missing' });
  const acceptAll = step.request.doubts === 'accept';
  const reviewed = reviewedPact({ reading, decisions: step.decisions, edition, acceptAll });
  if (!reviewed.ok) return reviewed;
  const { place, signedOn } = choices;
  const kept = await stores.published.publishPact({
    pact: { ...reviewed.value, place, edition: edition.id, term, signedOn },
    provenance: step.provenance,
    reading,
  });
  return kept.ok ? kept : refuse(same('same-pact', kept.refusal));
}

async function publishPlan(stores: Stores, step: Step): Promise<Result<Kept, CannotPublish>> {
  const { reading, choices } = step.draft;
  if (reading.kind !== 'plan') return refuse({ kind: 'charters-are-not-published' });
  if (choices.place === null) return refuse({ kind: 'place-missing' });
  const acceptAll = step.request.doubts === 'accept';
  const reviewed = reviewedPlan({ reading, decisions: step.decisions, acceptAll });
  if (!reviewed.ok) return reviewed;
  const plan = { ...reviewed.value, place: choices.place };
  const kept = await stores.published.publishPlan({ plan, provenance: step.provenance, reading });
  return kept.ok ? kept : refuse(same('same-plan', kept.refusal));
}

function same(kind: 'same-pact' | 'same-plan', { id }: AlreadyThere): CannotPublish {
  return { kind, id };
}

function provenanceOf(
  draft: StoredDraft,
  { actor, request, now }: { actor: Actor; request: PublishDraft; now: Date },
): Provenance {
  return {
    document: draft.document,
    readAt: draft.openedAt,
    readerVersion: draft.readerVersion,
    reviewed: request.reviewed ? { at: now, by: 'name' in actor ? actor.name : actor.kind } : null,
    publishedAt: now,
  };
}
