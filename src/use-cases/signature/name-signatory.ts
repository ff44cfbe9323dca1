/** A side names somebody who is to sign for it; with an address, they are invited by a secret link. */
import type { Actor } from '#domain/access/gate.ts';
import { readEmail } from '#domain/shared/email.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readSignatoryWords } from '#domain/signature/signatory.ts';
import type { NamedBy, Signing } from '#domain/signature/signing.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { namesForAbsent } from './name-for-absent.ts';
import { aboutText } from './signature-mails.ts';

/** As typed. `email` empty: signs on paper. */
export type TypedSignatory = { readonly name: string; readonly role: string; readonly email: string };

export type NameSignatory = TypedSignatory & {
  readonly code: string;
  /** Needed by somebody who speaks for both sides, or names for a counterpart that has nobody here. */
  readonly side?: Side;
};

export type BadSignatory =
  | { readonly kind: 'bad-name' | 'bad-role' }
  | { readonly kind: 'not-an-email' }
  /** Nobody invites by mail for the other side. */
  | { readonly kind: 'paper-only' }
  | { readonly kind: 'already-named'; readonly name: string }
  | { readonly kind: 'too-many-signatories'; readonly limit: number };

export type CannotName = CannotEnterSigning | BadSignatory | { readonly kind: 'not-your-side' };

/** Of one side: nobody reads a page with more. Three times as many may be named in all, since each may send a mail. */
export const MOST_SIGNATORIES = 30;

export async function nameSignatory(
  stores: Stores,
  actor: Actor,
  request: NameSignatory,
  now: Date,
): Promise<Result<{ readonly signatory: number }, CannotName>> {
  return await stores.together<{ signatory: number }, CannotName>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'name-signatory', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    const side = (await namesForAbsent(all, entered.value, request.side)) ?? ownSide(sides, request.side);
    if (side === null) return refuse({ kind: 'not-your-side' });
    const by = namedBy(actor, sides, side);
    const named = await addSignatory(all, { signing, side, by, typed: request, now });
    if (!named.ok) return named;
    await all.journal.append({
      at: now,
      act: 'name-signatory',
      actor: role,
      subject: { kind: 'signatory', id: named.value.signatory },
      says: {
        by: actorName(actor, null),
        text: signing.code,
        side,
        ...(by.side === side ? {} : { namedBy: by.side }),
        name: named.value.name,
        role: named.value.role,
      },
    });
    return accept({ signatory: named.value.signatory });
  });
}

/** The side on whose behalf it is done; null: not theirs, or to be told. */
export function ownSide(sides: readonly Side[], asked: Side | undefined): Side | null {
  if (asked !== undefined) return sides.includes(asked) ? asked : null;
  return sides.length === 1 ? (sides[0] ?? null) : null;
}

/** As kept with the signatory. */
export function namedBy(actor: Actor, sides: readonly Side[], side: Side): NamedBy {
  const [own = side] = sides.includes(side) ? [side] : sides;
  return { side: own, person: actor.kind === 'person' ? actor.id : null };
}

/** Checks, keeps and invites; the caller writes the journal. */
export async function addSignatory(
  stores: Stores,
  given: {
    readonly signing: Signing;
    readonly side: Side;
    readonly by: NamedBy;
    readonly typed: TypedSignatory;
    readonly now: Date;
  },
): Promise<Result<{ readonly signatory: number; readonly name: string; readonly role: string }, BadSignatory>> {
  const { signing, side, by, typed, now } = given;
  const name = readSignatoryWords(typed.name);
  if (name === null) return refuse({ kind: 'bad-name' });
  const role = readSignatoryWords(typed.role);
  if (role === null) return refuse({ kind: 'bad-role' });
  const email = typed.email.trim() === '' ? null : readEmail(typed.email);
  if (email === null && typed.email.trim() !== '') return refuse({ kind: 'not-an-email' });
  if (typed.email.trim() !== '' && by.side !== side) return refuse({ kind: 'paper-only' });
  const ours = signing.signatories.filter((other) => other.side === side && other.state !== 'removed');
  const ever = signing.signatories.filter((other) => other.side === side);
  if (ours.length >= MOST_SIGNATORIES || ever.length >= 3 * MOST_SIGNATORIES) {
    return refuse({ kind: 'too-many-signatories', limit: MOST_SIGNATORIES });
  }
  const invitedOn = email === null ? null : dayIn(now, signing.zone);
  const id = await stores.signing.name(signing.id, { side, name, role, email, invitedOn, at: now, by });
  if (id === null) return refuse({ kind: 'already-named', name });
  if (email !== null) await invite(stores, { signing, signatory: { id, name, role, side }, email, now });
  return accept({ signatory: id, name, role });
}

/** Sends a secret link; those sent before still open. */
export async function invite(
  stores: Stores,
  given: {
    readonly signing: Signing;
    readonly signatory: { readonly id: number; readonly name: string; readonly role: string; readonly side: Side };
    readonly email: string;
    readonly now: Date;
  },
): Promise<void> {
  const { signing, signatory, email, now } = given;
  const token = await stores.signing.makeLink(signatory.id, now);
  await stores.mail.queue({
    to: email,
    content: {
      kind: 'signature-invited',
      ...aboutText(signing.text),
      name: signatory.name,
      role: signatory.role,
      side: signatory.side,
      link: `/signer/${token}`,
      until: signing.expiresOn,
    },
    at: now,
  });
}
