/** A requested collective becomes one, or is declined with a reason: by the national team, or the operator. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import {
  enterCollective,
  named,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
} from './enter-collective.ts';
import { tellMembers } from './tell.ts';

export const REASON_LENGTH = 1000;

/** Somebody of the national team never confirms a collective of their own. */
export type CannotConfirm = CannotEnterCollective | { readonly kind: 'oneself' };

export async function confirmCollective(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number },
  now: Date,
): Promise<Result<null, CannotConfirm>> {
  return await stores.together<null, CannotConfirm>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'confirm-collective', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, role, by: who } = entered.value;
    if ((await all.collectives.member(collective.id, who)) !== null) return refuse({ kind: 'oneself' });
    const by = role === 'operator' ? 'operator' : 'national-team';
    await all.collectives.confirm(collective.id, { at: now, by });
    await tellMembers(all, collective.id, {
      content: { kind: 'collective-confirmed', collective: named(collective) },
      at: now,
    });
    for (const place of collective.places) {
      if (place.kind === 'municipality') await tellWishers(all, { municipality: place.code, collective, now });
    }
    await record(all, entered.value, { act: 'confirm-collective', at: now });
    return accept(null);
  });
}

export async function declineCollective(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEnterCollective | BadText>> {
  return await stores.together<null, CannotEnterCollective | BadText>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'decline-collective', collective: request.collective });
    if (!entered.ok) return entered;
    const reason = readText(request.reason, { field: 'reason', most: REASON_LENGTH });
    if (!reason.ok) return refuse(reason.refusal);
    const { collective } = entered.value;
    const content = { kind: 'collective-declined', collective: named(collective), reason: reason.value } as const;
    await tellMembers(all, collective.id, { content, at: now });
    await all.collectives.close(collective.id, { at: now, reason: reason.value });
    await record(all, entered.value, { act: 'decline-collective', says: { reason: reason.value }, at: now });
    return accept(null);
  });
}

/** Whoever wished a pact here learns that people are together; told once. */
async function tellWishers(
  stores: Stores,
  { municipality, collective, now }: { municipality: string; collective: Parameters<typeof named>[0]; now: Date },
): Promise<void> {
  const untold = (await stores.wishes.lock(municipality)).filter(({ told }) => !told.founded);
  const place = (await stores.places.facts({ kind: 'municipality', code: municipality }))?.name ?? '';
  for (const wish of untold) {
    const content = { kind: 'collective-founded', place, collective: named(collective), stop: wish.stopToken } as const;
    await stores.mail.queue({ to: wish.email, content, at: now });
  }
  await stores.wishes.markTold(
    untold.map(({ id }) => id),
    { of: 'founded', at: now },
  );
}
