/**
 * Somebody confirms an address, once for a whole consultation: by a code, or by being signed in. What their browser then holds
 * opens voting and writing. Neither the address nor the journal tells who: see docs/decisions/0035.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { ProofPurpose } from '../proofs/proof-purpose.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';
import { enterConsultation, type CannotEnterConsultation } from './enter-consultation.ts';

/** `before`: that box took part already, and goes on with what it chose. */
export type TookPart = { readonly token: string; readonly before: boolean };

export async function askToTakePart(
  stores: Stores,
  actor: Actor,
  request: { readonly consultation: number; readonly email: string },
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotEnterConsultation | CannotAskProof>> {
  return await stores.together<{ proof: string; email: string }, CannotEnterConsultation | CannotAskProof>(
    async (all) => {
      const entered = await enterOpen(all, actor, request.consultation, now);
      if (!entered.ok) return entered;
      const about = entered.value.consultation.title;
      return await askProof(all, { email: request.email, purpose: purposeOf(request.consultation), about }, now);
    },
  );
}

/** A code that comes back after the closing opens nothing. */
export async function confirmTakingPart(
  stores: Stores,
  actor: Actor,
  request: { readonly consultation: number; readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<TookPart, CannotEnterConsultation | CannotUseProof>> {
  const { consultation, proof, code } = request;
  const asked = { proof, code, purpose: purposeOf(consultation) };
  return await withProof<TookPart, CannotEnterConsultation>(stores, asked, now, async (all, { email }) => {
    const entered = await enterOpen(all, actor, consultation, now);
    if (!entered.ok) return entered;
    return accept(await all.consultations.takePart({ consultation, email, person: null, at: now }));
  });
}

/** `email`: the one of their account, proved when they signed in. The same vote as by a code to it. */
export async function takePartWithAccount(
  stores: Stores,
  actor: Actor,
  { consultation, email }: { readonly consultation: number; readonly email: string },
  now: Date,
): Promise<Result<TookPart, CannotEnterConsultation>> {
  if (actor.kind !== 'person') return refuse({ kind: 'not-allowed', act: 'take-part' });
  return await stores.together<TookPart, CannotEnterConsultation>(async (all) => {
    const entered = await enterOpen(all, actor, consultation, now);
    if (!entered.ok) return entered;
    return accept(await all.consultations.takePart({ consultation, email, person: actor.id, at: now }));
  });
}

export function purposeOf(consultation: number): ProofPurpose {
  return { kind: 'take-part', id: String(consultation) };
}

async function enterOpen(all: Stores, actor: Actor, consultation: number, now: Date) {
  return await enterConsultation(all, actor, { act: 'take-part', consultation, hold: 'share' }, now);
}
