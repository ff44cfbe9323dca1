/** An inhabitant chooses measures. The address is proved by a code; another ballot from it replaces the one before. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { faultOfBallot, phaseOf, type BallotFault, type PriorityVote } from '#domain/collective/priority-vote.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';

export type CannotCast =
  | NotAllowed
  | BallotFault
  | { readonly kind: 'unknown-vote' }
  | { readonly kind: 'vote-not-open'; readonly phase: 'planned' | 'closed' | 'cancelled' };

type Ballot = { readonly collective: number; readonly vote: number };

/** `about` is shown in the mail: the name of the collective. */
export async function askBallot(
  stores: Stores,
  actor: Actor,
  request: Ballot & { readonly email: string; readonly options: readonly string[] },
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotCast | CannotAskProof>> {
  const vote = await enterVote(stores, actor, { request, now });
  if (!vote.ok) return vote;
  const fault = faultOfBallot(vote.value, request.options);
  if (fault !== null) return refuse(fault);
  const about = (await stores.collectives.find(vote.value.collective))?.name ?? '';
  const purpose = { kind: 'priority-ballot', id: String(vote.value.id) } as const;
  const payload = { options: [...new Set(request.options)] };
  return await askProof(stores, { email: request.email, purpose, payload, about }, now);
}

/** A code that comes back after the closing casts nothing. */
export async function castBallot(
  stores: Stores,
  actor: Actor,
  request: Ballot & { readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<{ readonly replaced: boolean }, CannotCast | CannotUseProof>> {
  const purpose = { kind: 'priority-ballot', id: String(request.vote) } as const;
  const asked = { proof: request.proof, code: request.code, purpose };
  return await withProof<{ replaced: boolean }, CannotCast>(stores, asked, now, async (all, { email, payload }) => {
    const vote = await enterVote(all, actor, { request, now, lock: true });
    if (!vote.ok) return vote;
    const options = optionsIn(payload);
    const fault = faultOfBallot(vote.value, options);
    if (fault !== null) return refuse(fault);
    // The journal does not hold it: who voted, and when, is nobody's business. The counting is what it tells.
    return accept(await all.priorities.cast({ vote: vote.value.id, email, options, at: now }));
  });
}

async function enterVote(
  stores: Stores,
  actor: Actor,
  { request, now, lock = false }: { request: Ballot; now: Date; lock?: boolean },
): Promise<Result<PriorityVote, CannotCast>> {
  const vote = lock ? await stores.priorities.lock(request.vote) : await stores.priorities.find(request.vote);
  if (vote === null || vote.collective !== request.collective) return refuse({ kind: 'unknown-vote' });
  const phase = phaseOf(vote, now);
  if (phase !== 'open') return refuse({ kind: 'vote-not-open', phase });
  const passed = pass(actor, { act: 'cast-ballot', state: 'vote-open' });
  return passed.ok ? accept(vote) : passed;
}

function optionsIn(payload: unknown): readonly string[] {
  const options: unknown =
    payload !== null && typeof payload === 'object' && 'options' in payload ? payload.options : [];
  return Array.isArray(options) ? options.filter((option): option is string => typeof option === 'string') : [];
}
