/** Who brings or looks at a paper, and on which side they stand; the same person is one, by account or by link. */
import type { Actor } from '#domain/access/gate.ts';
import type { PaperActor } from '#domain/signature/paper.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Witness } from '#domain/signature/witness.ts';
import type { Stores } from '../stores.ts';
import type { EnteredSigning } from './enter-signing.ts';

/** Null: of no side. */
export async function paperActor(
  stores: Stores,
  actor: Actor,
  { sides, signatory }: Pick<EnteredSigning, 'sides' | 'signatory'>,
): Promise<PaperActor | null> {
  const [side] = sides;
  if (side === undefined) return null;
  if (actor.kind === 'person') {
    return { side, who: await stores.signing.whoIs({ person: actor.id }), person: actor.id, signatory: null };
  }
  if (signatory === null || signatory.state === 'removed' || signatory.email === null) return null;
  const who = await stores.signing.whoIs({ email: signatory.email });
  return { side, who, person: null, signatory: signatory.id };
}

/**
 * Whether one of the two looks by a link that the other had sent: an account that names somebody under a second address of
 * its own would otherwise be two people.
 */
export async function ownGuest(
  stores: Stores,
  { signing }: Pick<EnteredSigning, 'signing'>,
  { by, witnesses }: { readonly by: Witness; readonly witnesses: readonly Witness[] },
): Promise<boolean> {
  for (const { namedBy, email } of signing.signatories) {
    if (namedBy.person === null || email === null) continue;
    const host = await stores.signing.whoIs({ person: namedBy.person });
    const guest = await stores.signing.whoIs({ email });
    const other = by.who === guest ? host : by.who === host ? guest : null;
    if (witnesses.some(({ who }) => who === other)) return true;
  }
  return false;
}

/** The sides that have somebody who can look at a paper: an account that speaks for it, or a signatory with an address. */
export async function reachableSides(
  stores: Stores,
  { signing }: Pick<EnteredSigning, 'signing'>,
  sides: readonly Side[],
): Promise<readonly Side[]> {
  const reachable: Side[] = [];
  for (const side of sides) {
    const named = signing.signatories.some(
      (signatory) =>
        signatory.side === side &&
        signatory.email !== null &&
        signatory.state !== 'removed' &&
        signatory.state !== 'contested',
    );
    if (named || (await stores.signing.people(signing.text, side)).length > 0) reachable.push(side);
  }
  return reachable;
}
