/** The file of a draft, as it came, for who may see the draft. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftKey, KeptFile, Stores } from '../stores.ts';
import { enterDraft, type CannotEnter } from './enter-draft.ts';

export async function fetchOriginal(
  stores: Stores,
  actor: Actor,
  { draft: key }: { readonly draft: DraftKey },
  now: Date,
): Promise<Result<KeptFile, CannotEnter>> {
  const entered = await enterDraft(stores, actor, { act: 'see-draft', key, now, lock: false });
  if (!entered.ok) return entered;
  const file = await stores.documents.fetch(entered.value.document);
  return file === null ? refuse({ kind: 'unknown-draft' }) : accept({ ...file, filename: entered.value.filename });
}
