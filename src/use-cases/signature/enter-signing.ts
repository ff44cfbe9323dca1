/** The way into the signing of an agreed text, for every act: the text, its state, and the gate. */
import { pass, type Act, type Actor, type Concerns, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Signing, SigningSignatory } from '#domain/signature/signing.ts';
import { stateOfSigning, type SigningState } from '#domain/signature/signing-state.ts';
import { SIDES, type Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import type { SigningKey } from './signing-store.ts';

export type CannotEnterSigning =
  | NotAllowed
  | { readonly kind: 'unknown-text' }
  /** The act was possible for this actor, in another state. */
  | { readonly kind: 'wrong-state'; readonly state: SigningState };

export type EnteredSigning = {
  readonly signing: Signing;
  readonly state: SigningState;
  readonly role: Role;
  /** The sides that the actor stands on for this act: their own, or none (anyone, national team, job). */
  readonly sides: readonly Side[];
  /** Whom the actor's secret link belongs to. */
  readonly signatory: SigningSignatory | null;
};

export type Entering = { readonly act: Act; readonly key: SigningKey; readonly now: Date; readonly lock: boolean };

export async function enterSigning(
  stores: Stores,
  actor: Actor,
  { act, key, now, lock }: Entering,
): Promise<Result<EnteredSigning, CannotEnterSigning>> {
  const signing = lock ? await stores.signing.lock(key) : await stores.signing.find(key);
  if (signing === null) return refuse({ kind: 'unknown-text' });
  const state = stateOfSigning(signing, now);
  const signatory = await signatoryOf(stores, actor, signing);
  const opens = () => signatory !== null;
  const bySide = SIDES.map(
    (side) => [side, pass(actor, { act, state, concerns: concernsOf(signing.text, side), opens })] as const,
  );
  const passed = bySide.find(([, outcome]) => outcome.ok)?.[1];
  if (passed === undefined || !passed.ok) return refuse(await whyNot({ actor, act, signing, state, opens }));
  const own = bySide.filter(([, outcome]) => outcome.ok && SIDED.has(outcome.value)).map(([side]) => side);
  const sides = signatory !== null && passed.value === 'signatory' ? [signatory.side] : own;
  return accept({ signing, state, role: passed.value, sides, signatory });
}

/** The roles that stand on one side. */
const SIDED: ReadonlySet<Role> = new Set([
  'collective-member',
  'collective-coordinator',
  'list-representative',
  'municipal-agent',
  'elected-official',
]);

async function signatoryOf(stores: Stores, actor: Actor, signing: Signing): Promise<SigningSignatory | null> {
  if (actor.kind !== 'signatory') return null;
  const link = await stores.signing.byLink(actor.token);
  if (link === null || link.text !== signing.id) return null;
  return signing.signatories.find(({ id }) => id === link.signatory) ?? null;
}

/** Those who may see the signing learn its state; others learn nothing. */
async function whyNot(asked: {
  readonly actor: Actor;
  readonly act: Act;
  readonly signing: Signing;
  readonly state: SigningState;
  readonly opens: () => boolean;
}): Promise<CannotEnterSigning> {
  const { actor, act, signing, state, opens } = asked;
  const inside = SIDES.some(
    (side) => pass(actor, { act: 'see-signing', state: 'waiting', concerns: concernsOf(signing.text, side), opens }).ok,
  );
  const elsewhere = (['waiting', 'complete', 'declined', 'expired'] as const).some((other) =>
    SIDES.some((side) => pass(actor, { act, state: other, concerns: concernsOf(signing.text, side), opens }).ok),
  );
  return inside && elsewhere ? { kind: 'wrong-state', state } : { kind: 'not-allowed', act };
}

/** Whose roles count for a side: those held of its collective, or of its list or place. */
export function concernsOf({ carrier, counterpart, place }: AgreedText, side: Side): Concerns {
  if (side === 'carrier') return { collectives: [carrier.collective] };
  if (counterpart.kind === 'list') return { lists: [counterpart.list] };
  return {
    places: [
      place.kind === 'municipality'
        ? { kind: 'municipality', code: place.code }
        : { kind: 'grouping', siren: place.siren },
    ],
  };
}

/** How the journal names who acts: an account by its random id, a signatory by a number. */
export function actorName(actor: Actor, signatory: Pick<SigningSignatory, 'id'> | null): string {
  if (actor.kind === 'person') return actor.id;
  if (actor.kind === 'operator' || actor.kind === 'job') return actor.name;
  return signatory === null ? actor.kind : `signatory ${signatory.id}`;
}
