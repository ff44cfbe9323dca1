/**
 * A side takes somebody off before the end, and may name another in their place: a representative who leaves, somebody who
 * declined. A signature that was given goes with its signatory.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { SigningSignatory } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';
import { completeIfReady } from './complete-signing.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { namesForAbsent } from './name-for-absent.ts';
import { addSignatory, namedBy, type BadSignatory, type TypedSignatory } from './name-signatory.ts';
import { aboutText } from './signature-mails.ts';

export type RemoveSignatory = {
  readonly code: string;
  readonly signatory: number;
  /** Named in their place. Absent: nobody. */
  readonly by?: TypedSignatory;
};

export type CannotRemove =
  | CannotEnterSigning
  | BadSignatory
  | { readonly kind: 'unknown-signatory' }
  /** The other side names and takes off its own. */
  | { readonly kind: 'not-your-side' }
  /** The national team is looking at whether it is them. */
  | { readonly kind: 'contested-now' };

export async function removeSignatory(
  stores: Stores,
  actor: Actor,
  request: RemoveSignatory,
  now: Date,
): Promise<Result<{ readonly complete: boolean }, CannotRemove>> {
  return await stores.together<{ complete: boolean }, CannotRemove>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'remove-signatory', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    const signatory = findSignatory(signing.signatories, request.signatory);
    if (signatory === null) return refuse({ kind: 'unknown-signatory' });
    const { side } = signatory;
    // Whom the collective wrote down for an absent list, it may correct.
    const written = sides.includes(signatory.namedBy.side) && (await namesForAbsent(all, entered.value, side)) === side;
    if (!sides.includes(side) && !written) return refuse({ kind: 'not-your-side' });
    if (signatory.state === 'contested') return refuse({ kind: 'contested-now' });

    await all.signing.remove(signatory.id, now);
    if (signatory.email !== null) {
      const content = { kind: 'signature-removed', ...aboutText(signing.text), name: signatory.name } as const;
      await all.mail.queue({ to: signatory.email, content, at: now });
    }
    const by = actorName(actor, null);
    await all.journal.append({
      at: now,
      act: 'remove-signatory',
      actor: role,
      subject: { kind: 'signatory', id: signatory.id },
      says: { by, text: signing.code, had: signatory.state },
    });
    if (request.by !== undefined) {
      const still = signing.signatories.filter(({ id }) => id !== signatory.id);
      const named = await addSignatory(all, {
        signing: { ...signing, signatories: still },
        side,
        by: namedBy(actor, sides, side),
        typed: request.by,
        now,
      });
      if (!named.ok) return named;
      const { signatory: id, ...words } = named.value;
      await all.journal.append({
        at: now,
        act: 'name-signatory',
        actor: role,
        subject: { kind: 'signatory', id },
        says: { by, text: signing.code, side, ...words, insteadOf: signatory.id },
      });
    }
    return accept({ complete: await completeIfReady(all, signing, now) });
  });
}

/** Null: nobody of that number is, or still is, on this text. */
export function findSignatory(signatories: readonly SigningSignatory[], id: number): SigningSignatory | null {
  return signatories.find((signatory) => signatory.id === id && signatory.state !== 'removed') ?? null;
}
