/**
 * Somebody reads their own name on a signed text and says that it is not them. Anyone can say so: it suspends nothing by
 * itself; the national team looks. The address is proved by a code, to answer there.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';
import { enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { CONTEST_LIMIT } from './contest-signature.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { findSignatory } from './remove-signatory.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

type Reported = { readonly code: string; readonly signatory: number };
export type AskReport = Reported & { readonly email: string; readonly words: string };
export type ReportSignature = Reported & { readonly proof: string; readonly proofCode: string };

export type CannotReport = CannotEnterSigning | BadReason | { readonly kind: 'unknown-signatory' };

/** Sends the code; the words wait with it. */
export async function askReport(
  stores: Stores,
  actor: Actor,
  request: AskReport,
  now: Date,
): Promise<Result<{ readonly proof: string }, CannotReport | CannotAskProof>> {
  const entered = await enterSigning(stores, actor, {
    act: 'report-signature',
    key: { code: request.code },
    now,
    lock: false,
  });
  if (!entered.ok) return entered;
  const { signing } = entered.value;
  const signatory = findSignatory(signing.signatories, request.signatory);
  if (signatory === null) return refuse({ kind: 'unknown-signatory' });
  const words = readSigningReason(request.words, CONTEST_LIMIT);
  if (!words.ok) return words;
  return await askProof(
    stores,
    {
      email: request.email,
      purpose: purposeOf(signatory.id),
      payload: { words: words.value },
      about: `${signing.text.place.name}, ${signing.text.counterpart.name}`,
    },
    now,
  );
}

/** Call outside `together`: a wrong code counts. */
export async function reportSignature(
  stores: Stores,
  actor: Actor,
  request: ReportSignature,
  now: Date,
): Promise<Result<null, CannotReport | CannotUseProof>> {
  const asked = { proof: request.proof, code: request.proofCode, purpose: purposeOf(request.signatory) };
  return await withProof<null, CannotReport>(stores, asked, now, async (all, { email, payload }) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'report-signature', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing } = entered.value;
    const signatory = findSignatory(signing.signatories, request.signatory);
    if (signatory === null) return refuse({ kind: 'unknown-signatory' });
    const words = wordsIn(payload);
    const report = await all.signing.after.report(signatory.id, { words, email, at: now });
    const mail = { kind: 'signature-reported', ...aboutText(signing.text), name: signatory.name, words } as const;
    await tellSides(all, signing, { mail, at: now, sides: [], nationalTeam: true });
    await all.journal.append({
      at: now,
      act: 'report-signature',
      actor: 'anyone',
      subject: { kind: 'signatory', id: signatory.id },
      says: { text: signing.code, report, words },
    });
    return accept(null);
  });
}

function purposeOf(signatory: number) {
  return { kind: 'report-signature', id: String(signatory) } as const;
}

function wordsIn(payload: unknown): string {
  const words = typeof payload === 'object' && payload !== null && 'words' in payload ? payload.words : '';
  return typeof words === 'string' ? words : '';
}
