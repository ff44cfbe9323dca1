/** Changes the key with which the site seals. What the old one sealed stays checkable: its certificate stays published. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';

/** Replaces the key and gives its certificate, in DER; called once the gate is passed. */
export type ReplaceKey = () => Promise<{ readonly certificate: Uint8Array }>;

export async function rotateSealKey(
  stores: Stores,
  actor: Actor,
  replace: ReplaceKey,
  now: Date,
): Promise<Result<{ readonly fingerprint: string; readonly before: string | null }, NotAllowed>> {
  const passed = pass(actor, { act: 'rotate-seal-key', state: 'none' });
  if (!passed.ok) return passed;
  // Before the transaction, which may run twice: a key is made once.
  const { certificate } = await replace();
  return await stores.together<{ fingerprint: string; before: string | null }, NotAllowed>(async (all) => {
    const { fingerprint, before } = await all.sealCertificates.putInUse({ certificate, at: now });
    await all.journal.append({
      at: now,
      act: 'rotate-seal-key',
      actor: passed.value,
      subject: { kind: 'seal-certificate', id: fingerprint },
      says: { fingerprint, before },
    });
    return accept({ fingerprint, before });
  });
}
