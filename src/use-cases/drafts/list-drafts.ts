import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { DraftSummary, Stores } from '../stores.ts';

/** Drafts for the operator, newest first; never their links. */
export async function listDrafts(
  stores: Stores,
  actor: Actor,
  { limit = 100 }: { readonly limit?: number },
): Promise<Result<readonly DraftSummary[], NotAllowed>> {
  const passed = pass(actor, { act: 'list-drafts', state: 'none' });
  if (!passed.ok) return passed;
  return accept(await stores.drafts.list({ limit }));
}
