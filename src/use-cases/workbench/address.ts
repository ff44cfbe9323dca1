/** The address of an edition, for ever: in small letters, free, and told apart from the addresses beside it. */
import type { Stores } from '../stores.ts';

export type BadAddress =
  | { readonly kind: 'bad-address' }
  /** An edition that is published has it. */
  | { readonly kind: 'address-taken' }
  /** Another draft has it. */
  | { readonly kind: 'address-held' };

export const ADDRESS_LENGTH = 80;

/** Null: it is well written and no published edition has it; whether a draft has it is told by the store. */
export async function addressProblem(all: Stores, id: string): Promise<BadAddress | null> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > ADDRESS_LENGTH) return { kind: 'bad-address' };
  return (await all.editions.find(id)) === null ? null : { kind: 'address-taken' };
}
