/** The list that an act is about, found through nothing but its number, which is public; and whether this actor may do it. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { stateOfList, type CandidateList } from '#domain/campaign/candidate-list.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { activeCollectives } from './enter-list.ts';

export type CannotLockList = NotAllowed | { readonly kind: 'unknown-list' };

/** A collective counts only for the lists that a collective entered in its commune. */
export async function lockList(
  all: Stores,
  actor: Actor,
  { act, id }: { readonly act: Act; readonly id: number },
): Promise<Result<{ readonly list: CandidateList; readonly role: Role }, CannotLockList>> {
  const list = await all.campaign.lockList(id);
  if (list === null) return refuse({ kind: 'unknown-list' });
  const collectives = list.enteredAs === 'collective' ? await activeCollectives(all, list.municipality) : [];
  const passed = pass(actor, { act, state: stateOfList(list), concerns: { collectives } });
  return passed.ok ? accept({ list, role: passed.value }) : passed;
}
