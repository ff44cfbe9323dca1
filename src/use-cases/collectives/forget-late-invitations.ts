/** Addresses of people who were invited and did not come are erased when the invitation ends. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';

/** Says how many. */
export async function forgetLateInvitations(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<number, NotAllowed>> {
  const passed = pass(actor, { act: 'forget-late-invitations', state: 'none' });
  return passed.ok ? accept(await stores.joining.forgetLate(now)) : passed;
}
