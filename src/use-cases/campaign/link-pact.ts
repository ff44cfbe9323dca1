/** Somebody says which published list signed a pact: its page, and that of a list it merged into, then show what is bound. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';

export type CannotLinkPact =
  | NotAllowed
  | { readonly kind: 'unknown-pact' }
  | { readonly kind: 'unknown-list' }
  | { readonly kind: 'pact-elsewhere' };

export async function linkPactToList(
  stores: Stores,
  actor: Actor,
  { pact, list: id }: { readonly pact: number; readonly list: number },
  now: Date,
): Promise<Result<null, CannotLinkPact>> {
  const passed = pass(actor, { act: 'link-pact-to-list', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<null, CannotLinkPact>> => {
    // The list first, as whoever changes its outcome: what the pact is counted under is that of the list.
    const list = await all.campaign.lockList(id);
    const found = await all.campaign.findPact(pact);
    if (found === null) return refuse({ kind: 'unknown-pact' });
    if (list === null) return refuse({ kind: 'unknown-list' });
    if (found.municipality !== list.municipality) return refuse({ kind: 'pact-elsewhere' });
    await all.campaign.linkPact({ pact, list: id, by: signerOf(actor), at: now });
    await all.journal.append({
      at: now,
      act: 'link-pact-to-list',
      actor: passed.value,
      subject: { kind: 'pact', id: pact },
      says: { by: signerOf(actor), list: id, before: found.list },
    });
    return accept(null);
  });
}
