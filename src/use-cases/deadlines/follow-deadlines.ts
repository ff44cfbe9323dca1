/** Somebody asks to be reminded of the deadlines of a place: an address that a code proves, or that of an account. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import type { ProofPurpose } from '../proofs/proof-purpose.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';

export type CannotFollow = NotAllowed | { readonly kind: 'unknown-place' };

export async function askToFollow(
  stores: Stores,
  actor: Actor,
  { place, email }: { readonly place: PlaceCode; readonly email: string },
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotFollow | CannotAskProof>> {
  const allowed = await mayFollow(stores, actor, place);
  if (!allowed.ok) return allowed;
  return await askProof(stores, { email, purpose: purposeFor(place), about: allowed.value.name }, now);
}

/** `added` false: this address followed them already, and is told so. */
export async function confirmFollowing(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<{ readonly added: boolean }, CannotFollow | CannotUseProof>> {
  const { place, proof, code } = request;
  const asked = { proof, code, purpose: purposeFor(place) };
  return await withProof<{ added: boolean }, CannotFollow>(stores, asked, now, async (all, { email }) => {
    const allowed = await mayFollow(all, actor, place);
    return allowed.ok ? accept({ added: await keep(all, { place, email }, now) }) : allowed;
  });
}

/** For somebody signed in: their address was proved when they signed in. */
export async function followWithAccount(
  stores: Stores,
  actor: Actor,
  { place, email }: { readonly place: PlaceCode; readonly email: string },
  now: Date,
): Promise<Result<{ readonly added: boolean }, CannotFollow>> {
  return await stores.together<{ added: boolean }, CannotFollow>(async (all) => {
    const allowed = await mayFollow(all, actor, place);
    if (!allowed.ok) return allowed;
    if (actor.kind !== 'person') return refuse({ kind: 'not-allowed', act: 'follow-deadlines' });
    return accept({ added: await keep(all, { place, email }, now) });
  });
}

/** By the link at the foot of each reminder. */
export async function leaveDeadlines(
  stores: Stores,
  actor: Actor,
  { stop }: { readonly stop: string },
): Promise<Result<{ readonly place: PlaceCode }, NotAllowed | { readonly kind: 'unknown-following' }>> {
  const passed = pass(actor, { act: 'leave-deadlines', state: 'none' });
  if (!passed.ok) return passed;
  const left = await stores.deadlines.leave(stop);
  return left === null ? refuse({ kind: 'unknown-following' }) : accept(left);
}

export function purposeFor(place: PlaceCode): ProofPurpose {
  return { kind: 'follow-deadlines', id: codeOf(place) };
}

/** Who follows stays out of the journal: there may be no account to erase it with. */
async function keep(
  all: Stores,
  { place, email }: { readonly place: PlaceCode; readonly email: string },
  at: Date,
): Promise<boolean> {
  return await all.deadlines.follow({ place, email, at });
}

async function mayFollow(
  stores: Stores,
  actor: Actor,
  place: PlaceCode,
): Promise<Result<{ name: string }, CannotFollow>> {
  const passed = pass(actor, { act: 'follow-deadlines', state: 'none' });
  if (!passed.ok) return passed;
  const facts = await stores.places.facts(place);
  return facts === null ? refuse({ kind: 'unknown-place' }) : accept({ name: facts.name });
}

/** For the copy of everything about somebody. */
export async function keptOfDeadlines(stores: Stores, { email }: { readonly email: string }): Promise<Json> {
  return (await stores.deadlines.keptAbout(email)).map(({ place, since }) => ({
    lieu: place,
    depuis: since.toISOString(),
  }));
}
