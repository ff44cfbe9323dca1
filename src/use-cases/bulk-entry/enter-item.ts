/** The door of every act about one item: found through its entry, held, then the gate asked in the state it is in. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { gateStateOf, holds, type Claim, type ItemState } from '#domain/bulk-entry/entry-item.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import type { EntryItem, ItemKey } from './bulk-entry-store.ts';

export type CannotEnterItem =
  | NotAllowed
  | { readonly kind: 'unknown-item' }
  /** Somebody did something meanwhile: its state now. */
  | { readonly kind: 'item-moved'; readonly state: ItemState };

export type ClaimedByAnother = { readonly kind: 'claimed-by-another'; readonly claim: Claim };

export type EnteredItem = { readonly item: EntryItem; readonly role: Role; readonly by: string };

export async function enterItem(
  all: Stores,
  actor: Actor,
  { act, key }: { readonly act: Act; readonly key: ItemKey },
): Promise<Result<EnteredItem, CannotEnterItem>> {
  // Whoever may not even look is told nothing of what is there.
  const seen = pass(actor, { act: 'see-entries', state: 'none' });
  if (!seen.ok) return seen;
  const item = await all.bulkEntries.lock(key);
  if (item === null) return refuse({ kind: 'unknown-item' });
  const passed = pass(actor, { act, state: gateStateOf(item.state) });
  if (!passed.ok) return refuse({ kind: 'item-moved', state: item.state });
  return accept({ item, role: passed.value, by: byOf(actor) });
}

/** Refused while another person holds it. Over or nobody's: it is for who comes. */
export function notAnothers({ item, by }: EnteredItem, now: Date): Result<null, ClaimedByAnother> {
  const { claim } = item;
  return holds(claim, now) && claim.by !== by ? refuse({ kind: 'claimed-by-another', claim }) : accept(null);
}

/** Last in its transaction. */
export async function recordOfItem(
  all: Stores,
  { item, role, by }: EnteredItem,
  { act, says = {}, at }: { readonly act: Act; readonly says?: Readonly<Record<string, Json>>; readonly at: Date },
): Promise<void> {
  const subject = { kind: 'bulk-entry', id: item.entry } as const;
  await all.journal.append({ at, act, actor: role, subject, says: { by, item: item.id, ...says } });
}
