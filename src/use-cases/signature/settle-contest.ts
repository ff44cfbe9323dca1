/**
 * The national team has looked at "this is not me". Upheld: the signatory is taken off, and what named them is erased, from
 * the journal too; its chain still verifies. Dismissed: the signature stands as before.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { ContestOutcome, Signing, SigningSignatory } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';
import { completeIfReady } from './complete-signing.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type SettleContest = {
  readonly code: string;
  readonly outcome: ContestOutcome;
} & ({ readonly signatory: number } | { readonly report: number });

export type CannotSettle = CannotEnterSigning | { readonly kind: 'nothing-to-settle' };

export async function settleContest(
  stores: Stores,
  actor: Actor,
  request: SettleContest,
  now: Date,
): Promise<Result<null, CannotSettle>> {
  return await stores.together<null, CannotSettle>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'settle-contest', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role } = entered.value;
    const { outcome } = request;
    const signatory =
      'report' in request
        ? await settledReport(all, { signing, report: request.report, outcome, now })
        : (signing.signatories.find(({ id, state }) => id === request.signatory && state === 'contested') ?? null);
    if (signatory === null) return refuse({ kind: 'nothing-to-settle' });

    // A report that is dismissed leaves the signature as it was: it was never suspended.
    if (signatory.state === 'contested' || outcome === 'upheld') {
      if (signatory.state !== 'contested' && signatory.state !== 'removed') {
        await all.signing.contest(signatory.id, { at: now, from: signatory.state, words: '' });
      }
      await all.signing.settle(signatory.id, { at: now, outcome });
      const mail = { kind: 'signature-contest-settled', ...aboutText(signing.text), outcome } as const;
      await tellSides(all, signing, { mail, at: now });
    }
    const subject = { kind: 'signatory', id: signatory.id } as const;
    if (outcome === 'upheld') await all.journal.eraseWordsAbout(subject, now);
    await all.journal.append({
      at: now,
      act: 'settle-contest',
      actor: role,
      subject,
      says: { by: actorName(actor, null), text: signing.code, outcome },
    });
    await completeIfReady(all, signing, now);
    return accept(null);
  });
}

async function settledReport(
  stores: Stores,
  given: { readonly signing: Signing; readonly report: number; readonly outcome: ContestOutcome; readonly now: Date },
): Promise<SigningSignatory | null> {
  const { signing, report, outcome, now } = given;
  const settled = await stores.signing.after.settleReport(signing.id, report, { at: now, outcome });
  if (settled === null) return null;
  if (settled.email !== '')
    await stores.mail.queue({
      to: settled.email,
      content: { kind: 'signature-report-settled', ...aboutText(signing.text), outcome },
      at: now,
    });
  return signing.signatories.find(({ id }) => id === settled.signatory) ?? null;
}
