/** A file that shows a private person goes out of sight, with its reason: the words that it supported stay. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { saidKey, type Said } from '#domain/follow-up/said-report.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import type { Stores } from '../stores.ts';
import { REASON_LIMIT } from './remark.ts';

export type HideEvidence = {
  readonly pact: number;
  readonly said: Said;
  readonly document: number;
  readonly reason: string;
};
export type CannotHideEvidence =
  | NotAllowed
  | { readonly kind: 'unknown-pact' | 'reason-missing' | 'unknown-evidence' }
  | { readonly kind: 'words-too-long'; readonly limit: number };

export async function hideEvidence(
  stores: Stores,
  actor: Actor,
  { pact: id, said, document, reason: typed }: HideEvidence,
  now: Date,
): Promise<Result<null, CannotHideEvidence>> {
  const reason = typed.trim().normalize('NFC');
  return await stores.together<null, CannotHideEvidence>(async (all) => {
    const pact = await all.assessments.pact(id);
    if (pact === null) return refuse({ kind: 'unknown-pact' });
    const passed = pass(actor, { act: 'hide-evidence', state: pact.state });
    if (!passed.ok) return passed;
    if (reason === '') return refuse({ kind: 'reason-missing' });
    if (reason.length > REASON_LIMIT) return refuse({ kind: 'words-too-long', limit: REASON_LIMIT });
    const usedBy = saidKey(said);
    if (!(await all.assessments.hideDocument({ document, usedBy, reason, at: now }))) {
      return refuse({ kind: 'unknown-evidence' });
    }
    await all.journal.append({
      at: now,
      act: 'hide-evidence',
      actor: passed.value,
      subject: { kind: 'pact', id },
      says: { by: signerOf(actor), usedBy, document, reason },
    });
    return accept(null);
  });
}
