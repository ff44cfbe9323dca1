/** The door of every act about one draft: find it, then pass the gate in the state it is in. */
import { pass, type Act, type Actor, type NotAllowed, type State } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftKey, StoredDraft, Stores } from '../stores.ts';

export type CannotEnter = NotAllowed | { readonly kind: 'unknown-draft' } | { readonly kind: 'expired-draft' };

export type Entry = {
  readonly act: Act;
  readonly key: DraftKey;
  readonly now: Date;
  /** Nobody else changes the draft before the end of the transaction. */
  readonly lock: boolean;
};

/** A link that opens nothing and a draft that is gone give the same answer. */
export async function enterDraft(
  stores: Stores,
  actor: Actor,
  { act, key, now, lock }: Entry,
): Promise<Result<StoredDraft, CannotEnter>> {
  const draft = lock ? await stores.drafts.lock(key) : await stores.drafts.find(key);
  if (draft === null) return refuse({ kind: 'unknown-draft' });
  const opens = (token: string): boolean => 'token' in key && key.token === token;
  const state = stateOf(draft, now);
  const passed = pass(actor, { act, state, opens });
  if (passed.ok) {
    // Who answers in a draft of a bulk entry is at work on it: nobody takes it from them meanwhile.
    if (lock && state === 'queued' && 'token' in key) await stores.bulkEntries.holdOn(draft.id, now);
    return accept(draft);
  }
  // Only somebody who could have seen it learns that it is over.
  if (state === 'expired' && pass(actor, { act: 'see-draft', state: 'open', opens }).ok) {
    return refuse({ kind: 'expired-draft' });
  }
  return passed;
}

export function stateOf(draft: Pick<StoredDraft, 'expiresAt' | 'published' | 'queued'>, now: Date): State {
  if (draft.expiresAt <= now) return 'expired';
  return draft.published === null ? stateBefore(draft) : 'published';
}

/** Before it was published. */
export function stateBefore({ queued }: Pick<StoredDraft, 'queued'>): 'open' | 'queued' {
  return queued ? 'queued' : 'open';
}

/** How an act is signed in the records: the role, and the name when there is one. */
export function signatureOf(actor: Actor): string {
  return 'name' in actor ? `${actor.kind}:${actor.name}` : actor.kind;
}
