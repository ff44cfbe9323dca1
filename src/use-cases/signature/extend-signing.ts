/** Either side chooses another last day, also once it is over. */
import type { Actor } from '#domain/access/gate.ts';
import { dayIn, endOfDay, isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { deadlineProblem, MOST_DAYS } from '#domain/signature/deadline.ts';
import type { Signing } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { invite } from './name-signatory.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

/** `until`: YYYY-MM-DD, the last day on which one may sign, at the place. */
export type ExtendSigning = { readonly code: string; readonly until: string };
export type CannotExtend =
  | CannotEnterSigning
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'day-past' }
  | { readonly kind: 'day-too-far'; readonly days: number };

export async function extendSigning(
  stores: Stores,
  actor: Actor,
  request: ExtendSigning,
  now: Date,
): Promise<Result<null, CannotExtend>> {
  return await stores.together<null, CannotExtend>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'extend-signing', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, state } = entered.value;
    const until = request.until.trim();
    if (!isDay(until)) return refuse({ kind: 'not-a-day', day: until });
    const problem = deadlineProblem(until, dayIn(now, signing.zone));
    if (problem === 'past') return refuse({ kind: 'day-past' });
    if (problem === 'too-far') return refuse({ kind: 'day-too-far', days: MOST_DAYS });
    await all.signing.setDeadline(signing.id, { on: until, at: endOfDay(until, signing.zone) });
    if (state === 'expired') await inviteAwaited(all, { ...signing, expiresOn: until }, now);
    const by = actorName(actor, null);
    const mail = { kind: 'signature-extended', ...aboutText(signing.text), until } as const;
    await tellSides(all, signing, { mail, at: now, but: by });
    await all.journal.append({
      at: now,
      act: 'extend-signing',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by, from: signing.expiresOn, until },
    });
    return accept(null);
  });
}

/** Their links said that it was over, and no reminder may come any more. */
async function inviteAwaited(stores: Stores, signing: Signing, now: Date): Promise<void> {
  for (const signatory of signing.signatories) {
    const { email, state } = signatory;
    if (state === 'invited' && email !== null) await invite(stores, { signing, signatory, email, now });
  }
}
