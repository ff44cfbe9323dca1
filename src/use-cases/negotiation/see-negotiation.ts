/** Everything that the pages of one negotiation show, for who may see it. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation, type InNegotiation } from './enter-negotiation.ts';
import { knownWords, type KnownWords } from './known-words.ts';

export type SeenNegotiation = InNegotiation & { readonly known: KnownWords };

export async function seeNegotiation(
  stores: Stores,
  actor: Actor,
  { negotiation: id }: { readonly negotiation: number },
): Promise<Result<SeenNegotiation, CannotEnterNegotiation>> {
  const entered = await enterNegotiation(stores, actor, { act: 'see-negotiation', id, lock: false });
  if (!entered.ok) return entered;
  return accept({ ...entered.value, known: await knownWords(stores, id) });
}

/** Whether this person may still see it, and its revision; null: no. One query. */
export async function revisionSeen(stores: Stores, actor: Actor, id: number): Promise<number | null> {
  const entered = await enterNegotiation(stores, actor, { act: 'see-negotiation', id, lock: false });
  return entered.ok ? entered.value.negotiation.revision : null;
}
