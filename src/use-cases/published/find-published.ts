/** Finds what an act is about; tells apart what was withdrawn from what never was. */
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { PublishedKey, PublishedNow } from './published-store.ts';
import type { Stores } from '../stores.ts';

export type NotPublished =
  | ({ readonly kind: 'not-published' } & PublishedKey)
  | ({ readonly kind: 'withdrawn'; readonly at: Date } & PublishedKey)
  /** It was not read from a document: a signed text never changes, and stays. */
  | ({ readonly kind: 'signed-here' } & PublishedKey);

/** Nobody else changes it before the end of the transaction. */
export async function lockPublished(stores: Stores, key: PublishedKey): Promise<Result<PublishedNow, NotPublished>> {
  const { what, id } = key;
  const now = await stores.published.lock(key);
  if (now?.signedHere === true) return refuse({ kind: 'signed-here', what, id });
  if (now !== null) return accept(now);
  const at = await stores.published.withdrawnAt(key);
  return refuse(at === null ? { kind: 'not-published', what, id } : { kind: 'withdrawn', what, id, at });
}
