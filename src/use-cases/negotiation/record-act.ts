/** What every act on a negotiation ends with: the open pages are told, and the journal gets its event, last. */
import type { Act } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Stores } from '../stores.ts';
import type { InNegotiation } from './enter-negotiation.ts';
import type { Changed } from './negotiation-store.ts';

export type Done = {
  readonly act: Act;
  readonly at: Date;
  readonly changed: Pick<Changed, 'what'> & Partial<Pick<Changed, 'items'>>;
  /** No name and no address of anybody. */
  readonly says: { readonly [key: string]: Json };
};

export async function recordAct(
  stores: Stores,
  inside: InNegotiation,
  { act, at, changed, says }: Done,
): Promise<void> {
  const { negotiation, side, role, by, origin } = inside;
  if (side === 'counterpart' && origin === 'own') await stores.negotiations.joined(negotiation.id, at);
  await stores.negotiations.tell(negotiation.id, { side, items: [], ...changed });
  await stores.journal.append({
    at,
    act,
    actor: role,
    subject: { kind: 'negotiation', id: negotiation.id },
    says: { by, side, origin, ...says },
  });
}
