/**
 * "This is not me": said by whoever holds the link, it suspends the signature at once, and both sides and the national team
 * are told. The national team then looks (./settle-contest.ts).
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type ContestSignature = { readonly text: number; readonly words: string };
export type CannotContest =
  CannotEnterSigning | BadReason | { readonly kind: 'contested-now' } | { readonly kind: 'taken-off' };

export const CONTEST_LIMIT = 1000;

export async function contestSignature(
  stores: Stores,
  actor: Actor,
  request: ContestSignature,
  now: Date,
): Promise<Result<null, CannotContest>> {
  return await stores.together<null, CannotContest>(async (all) => {
    const key = { id: request.text };
    const entered = await enterSigning(all, actor, { act: 'contest-signature', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, signatory } = entered.value;
    if (signatory === null || signatory.state === 'removed') return refuse({ kind: 'taken-off' });
    if (signatory.state === 'contested') return refuse({ kind: 'contested-now' });
    const words = readSigningReason(request.words, CONTEST_LIMIT);
    if (!words.ok) return words;
    const { id, name, state } = signatory;
    await all.signing.contest(id, { at: now, from: state, words: words.value });
    const mail = { kind: 'signature-contested', ...aboutText(signing.text), name, words: words.value } as const;
    await tellSides(all, signing, { mail, at: now, nationalTeam: true });
    await all.journal.append({
      at: now,
      act: 'contest-signature',
      actor: role,
      subject: { kind: 'signatory', id },
      says: { text: signing.code, had: state, words: words.value },
    });
    return accept(null);
  });
}
