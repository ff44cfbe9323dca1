/**
 * A text is complete in the very transaction of the act that made it so: the last signature, a paper confirmed, somebody
 * taken off. Sealing and publishing come after, and may be taken up again (./seal-text.ts).
 */
import { missingFor } from '#domain/signature/completeness.ts';
import type { Signing } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';

/** Call last, once the act is written and told. Says whether the text is now complete. */
export async function completeIfReady(stores: Stores, { id }: Pick<Signing, 'id'>, now: Date): Promise<boolean> {
  const signing = await stores.signing.find({ id });
  if (signing === null || signing.completedAt !== null || signing.cancelledAt !== null) return false;
  if (
    missingFor({ council: signing.text.counterpart.kind === 'council', signatories: signing.signatories }).length > 0
  ) {
    return false;
  }
  await stores.signing.complete(id, now);
  await stores.journal.append({
    at: now,
    act: 'complete-signing',
    actor: 'job',
    subject: { kind: 'agreed-text', id },
    // Names are told by the events about each signatory, where they can be erased.
    says: {
      code: signing.code,
      sha256: signing.sha256,
      signatures: signing.signatories.filter(({ state }) => state === 'signed').map((signed) => signed.id),
    },
  });
  return true;
}
