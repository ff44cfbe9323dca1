/**
 * "Je veux un pacte ici": somebody leaves an address, proved by a code, and says how far they would go. The third wish
 * makes a collective possible and everybody is told.
 *
 * Nothing is kept before the code came back. Only where no collective is there: elsewhere one joins it.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { isReadiness, makesPossible, type Readiness } from '#domain/collective/wish.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';

export type CannotWish =
  | NotAllowed
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'no-readiness' }
  /** People are together already: their page is the way. */
  | { readonly kind: 'collective-here'; readonly collectives: readonly { id: number; slug: string; name: string }[] };

/** `readiness` as it came from the form. */
export async function askWish(
  stores: Stores,
  actor: Actor,
  request: { readonly municipality: string; readonly email: string; readonly readiness: unknown },
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotWish | CannotAskProof>> {
  const allowed = await mayWish(stores, actor, request.municipality);
  if (!allowed.ok) return allowed;
  if (!isReadiness(request.readiness)) return refuse({ kind: 'no-readiness' });
  const { municipality, email, readiness } = request;
  const purpose = { kind: 'pact-wish', id: municipality } as const;
  const about = allowed.value.name;
  return await askProof(stores, { email, purpose, payload: { readiness }, about }, now);
}

export type KeptWish = { readonly wishes: number; readonly added: boolean; readonly readiness: Readiness };

export async function confirmWish(
  stores: Stores,
  actor: Actor,
  request: { readonly municipality: string; readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<KeptWish, CannotWish | CannotUseProof>> {
  const { municipality, proof, code } = request;
  const asked = { proof, code, purpose: { kind: 'pact-wish', id: municipality } as const };
  return await withProof<KeptWish, CannotWish>(stores, asked, now, async (all, { email, payload }) => {
    const allowed = await mayWish(all, actor, municipality);
    if (!allowed.ok) return allowed;
    const readiness = readinessIn(payload);
    if (readiness === null) return refuse({ kind: 'no-readiness' });
    await all.wishes.lock(municipality);
    const { added } = await all.wishes.put({ municipality, email, readiness, at: now });
    const wishes = await all.wishes.lock(municipality);
    const place = allowed.value.name;
    const count = wishes.length;
    const own = wishes.find((wish) => wish.email.toLowerCase() === email.toLowerCase());
    if (own !== undefined && added && !makesPossible(count)) {
      const content = {
        kind: 'wish-kept',
        place,
        municipality,
        wishes: count,
        readiness,
        stop: own.stopToken,
      } as const;
      await all.mail.queue({ to: email, content, at: now });
    }
    if (makesPossible(count)) {
      const untold = wishes.filter(({ told }) => !told.possible);
      for (const wish of untold) {
        const content = {
          kind: 'collective-possible',
          place,
          municipality,
          wishes: count,
          stop: wish.stopToken,
        } as const;
        await all.mail.queue({ to: wish.email, content, at: now });
      }
      await all.wishes.markTold(
        untold.map(({ id }) => id),
        { of: 'possible', at: now },
      );
    }
    if (added) {
      // Who wished stays out of the journal: there is no account to erase it with.
      await all.journal.append({
        at: now,
        act: 'wish-pact',
        actor: 'anyone',
        subject: { kind: 'place', id: municipality },
        says: { wishes: count },
      });
    }
    return accept({ wishes: count, added, readiness });
  });
}

export async function takeBackWish(
  stores: Stores,
  actor: Actor,
  { token }: { readonly token: string },
  now: Date,
): Promise<Result<{ readonly municipality: string }, NotAllowed | { readonly kind: 'unknown-wish' }>> {
  return await stores.together<{ municipality: string }, NotAllowed | { kind: 'unknown-wish' }>(async (all) => {
    const passed = pass(actor, { act: 'take-back-wish', state: 'none' });
    if (!passed.ok) return passed;
    const municipality = await all.wishes.takeBack(token);
    if (municipality === null) return refuse({ kind: 'unknown-wish' });
    const wishes = await all.wishes.count(municipality);
    await all.journal.append({
      at: now,
      act: 'take-back-wish',
      actor: passed.value,
      subject: { kind: 'place', id: municipality },
      says: { wishes },
    });
    return accept({ municipality });
  });
}

async function mayWish(
  stores: Stores,
  actor: Actor,
  municipality: string,
): Promise<Result<{ readonly name: string }, CannotWish>> {
  const passed = pass(actor, { act: 'wish-pact', state: 'none' });
  if (!passed.ok) return passed;
  const place = { kind: 'municipality', code: municipality } as const;
  const facts = await stores.places.facts(place);
  if (facts === null) return refuse({ kind: 'unknown-place' });
  const here = (await stores.collectives.of(place)).filter(({ state }) => state === 'active');
  if (here.length > 0) {
    return refuse({ kind: 'collective-here', collectives: here.map(({ id, slug, name }) => ({ id, slug, name })) });
  }
  return accept({ name: facts.name });
}

function readinessIn(payload: unknown): Readiness | null {
  const readiness =
    payload !== null && typeof payload === 'object' && 'readiness' in payload ? payload.readiness : null;
  return isReadiness(readiness) ? readiness : null;
}
