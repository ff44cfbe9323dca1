/**
 * A reviewed draft becomes a public pact or plan, in one transaction: all of it, or nothing.
 * A second time is refused with the number of what is already there.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { AlreadyThere, Kept, Provenance, PublishedBefore } from '../published/published-store.ts';
import type { DraftKey, StoredDraft, Stores } from '../stores.ts';
import { enterDraft, signatureOf, stateBefore, stateOf, type CannotEnter } from './enter-draft.ts';
import { pactFrom, planFrom, type NotMade, type ReviewedDraft } from './review/reviewed-draft.ts';
import { decisionsInForce } from './see-draft.ts';

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
  | NotMade
  | AlreadyPublished
  | { readonly kind: 'same-pact' | 'same-plan'; readonly id: number }
  /** From the same bytes: a mistake, unless the actor says otherwise. */
  | { readonly kind: 'file-published-before'; readonly before: readonly PublishedBefore[] };

export type AlreadyPublished = {
  readonly kind: 'already-published';
  readonly what: 'pact' | 'plan';
  readonly id: number;
};

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
    const step = { draft, decisions, doubts: request.doubts, provenance: provenanceOf(draft, { actor, request, now }) };

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

/** Refuses with what the draft became already, to who may know it. */
export async function publishedBefore(
  stores: Stores,
  actor: Actor,
  { key, now }: { key: DraftKey; now: Date },
): Promise<AlreadyPublished | null> {
  const draft = await stores.drafts.lock(key);
  if (draft === null || draft.published === null) return null;
  // Only who may publish learns where it went this way; others meet the gate.
  if (!pass(actor, { act: 'publish-draft', state: stateBefore(draft) }).ok) return null;
  if (stateOf(draft, now) === 'expired') return null;
  return { kind: 'already-published', what: draft.published.kind, id: draft.published.id };
}

type Step = ReviewedDraft & { readonly provenance: Provenance };

async function publishPact(stores: Stores, step: Step): Promise<Result<Kept, CannotPublish>> {
  const made = await pactFrom(stores, step);
  if (!made.ok) return made;
  const { pact, reading } = made.value;
  const kept = await stores.published.publishPact({ pact, provenance: step.provenance, reading });
  return kept.ok ? kept : refuse(same('same-pact', kept.refusal));
}

async function publishPlan(stores: Stores, step: Step): Promise<Result<Kept, CannotPublish>> {
  const made = planFrom(step);
  if (!made.ok) return made;
  const { plan, reading } = made.value;
  const kept = await stores.published.publishPlan({ plan, provenance: step.provenance, reading });
  return kept.ok ? kept : refuse(same('same-plan', kept.refusal));
}

function same(kind: 'same-pact' | 'same-plan', { id }: AlreadyThere): CannotPublish {
  return { kind, id };
}

/** How the reading came to be; `publishedAt` is now. */
export function provenanceOf(
  draft: StoredDraft,
  { actor, request, now }: { actor: Actor; request: { readonly reviewed: boolean }; now: Date },
): Provenance {
  return {
    document: draft.document,
    readAt: draft.openedAt,
    readerVersion: draft.readerVersion,
    reviewed: request.reviewed ? { at: now, by: reviewerOf(actor) } : null,
    publishedAt: now,
  };
}

/** A name that may be shown: of people who are signed in, only what they are. */
function reviewerOf(actor: Actor): string {
  if ('name' in actor) return actor.name;
  return actor.kind === 'person' ? 'national-team' : actor.kind;
}
