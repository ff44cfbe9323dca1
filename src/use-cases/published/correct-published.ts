/**
 * A pact or plan that was read wrongly is read again: the corrected reading takes the place of the one shown, at the same
 * address, with the reason; the one before is kept. The signed text never changes: a correction is another reading of the
 * same file, for the same place. Anything else is another document, to be published apart.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterDraft, signatureOf, type CannotEnter } from '../drafts/enter-draft.ts';
import { provenanceOf, publishedBefore, type AlreadyPublished } from '../drafts/publish-draft.ts';
import { pactFrom, planFrom, type NotMade } from '../drafts/review/reviewed-draft.ts';
import { decisionsInForce } from '../drafts/see-draft.ts';
import type { Corrected, PublishedKey, PublishedNow } from './published-store.ts';
import type { DraftKey, StoredDraft, Stores } from '../stores.ts';
import { lockPublished, type NotPublished } from './find-published.ts';
import { readReason, type BadReason } from './reason.ts';

export type CorrectPublished = PublishedKey & {
  /** The other reading, reviewed. */
  readonly draft: DraftKey;
  readonly reason: string;
  readonly doubts: 'refuse' | 'accept';
  /** Whether the actor says to have checked the whole reading. */
  readonly reviewed: boolean;
};

export type CannotCorrect =
  | CannotEnter
  | BadReason
  | NotPublished
  | NotMade
  | AlreadyPublished
  /** The draft was read as something else. */
  | ({ readonly kind: 'other-kind' } & PublishedKey)
  | ({ readonly kind: 'other-file' } & PublishedKey)
  | ({ readonly kind: 'other-place' } & PublishedKey)
  /** Corrected so, it would be the pact of a list that is already there. */
  | { readonly kind: 'same-pact'; readonly id: number };

export async function correctPublished(
  stores: Stores,
  actor: Actor,
  request: CorrectPublished,
  now: Date,
): Promise<Result<{ readonly lostLinks: number }, CannotCorrect>> {
  const { what, id } = request;
  return await stores.together(async (all): Promise<Result<{ lostLinks: number }, CannotCorrect>> => {
    const became = await publishedBefore(all, actor, { key: request.draft, now });
    if (became !== null) return refuse(became);
    const entered = await enterDraft(all, actor, { act: 'correct-published', key: request.draft, now, lock: true });
    if (!entered.ok) return entered;
    const draft = entered.value;
    const reason = readReason(request.reason);
    if (!reason.ok) return reason;
    const found = await lockPublished(all, { what, id });
    if (!found.ok) return found;
    if (draft.reading.kind !== what) return refuse({ kind: 'other-kind', what, id });
    if (draft.document !== found.value.document) return refuse({ kind: 'other-file', what, id });
    if (!isSamePlace(draft, found.value)) return refuse({ kind: 'other-place', what, id });

    const corrected = await correct(all, { actor, request, now, draft, shown: found.value, reason: reason.value });
    if (!corrected.ok) return corrected;
    await all.drafts.markPublished(draft.id, { kind: what, id, at: now });
    await all.journal.append({
      at: now,
      act: 'correct-published',
      actor: actor.kind,
      subject: { kind: what, id },
      says: {
        by: signatureOf(actor),
        draft: draft.id,
        document: draft.sha256,
        reason: reason.value,
        doubts: request.doubts,
        reviewed: request.reviewed,
        before: corrected.value.before,
        digest: corrected.value.digest,
      },
    });
    return accept({ lostLinks: corrected.value.lostLinks });
  });
}

type Step = {
  readonly actor: Actor;
  readonly request: CorrectPublished;
  readonly now: Date;
  readonly draft: StoredDraft;
  readonly shown: PublishedNow;
  readonly reason: string;
};

async function correct(
  stores: Stores,
  { actor, request, now, draft, shown, reason }: Step,
): Promise<Result<Corrected, CannotCorrect>> {
  const { choices } = draft;
  // What the draft does not say stays as a person said it before.
  const kept = {
    ...choices,
    place: shown.place,
    signedOn: choices.signedOn ?? shown.signedOn,
    termFrom: choices.termFrom ?? shown.termFrom,
  };
  const reviewed = {
    draft: { reading: draft.reading, choices: kept },
    decisions: decisionsInForce(await stores.drafts.decisions(draft.id)),
    doubts: request.doubts,
  };
  const ending = { id: request.id, at: now, reason, provenance: provenanceOf(draft, { actor, request, now }) };
  if (request.what === 'plan') {
    const made = planFrom(reviewed);
    return made.ok ? accept(await stores.published.correctPlan({ ...ending, ...made.value })) : made;
  }
  const made = await pactFrom(stores, reviewed);
  if (!made.ok) return made;
  const corrected = await stores.published.correctPact({ ...ending, ...made.value });
  return corrected.ok ? corrected : refuse({ kind: 'same-pact', id: corrected.refusal.id });
}

/** A draft that names no place is about the place of what it corrects. */
function isSamePlace({ choices: { place } }: StoredDraft, shown: PublishedNow): boolean {
  if (place === null) return true;
  if (place.kind === 'municipality') return shown.place.kind === 'municipality' && place.code === shown.place.code;
  return shown.place.kind === 'grouping' && place.siren === shown.place.siren;
}
