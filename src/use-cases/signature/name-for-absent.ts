/**
 * A counterpart that has nobody here still signs, on a sheet of paper at a meeting: a coordinator of the collective writes
 * down who signs for it. As soon as somebody of the counterpart is here, they alone name.
 */
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import type { EnteredSigning } from './enter-signing.ts';
import { reachableSides } from './paper-actor.ts';

/** The side for which the actor may name on paper besides their own; null: none, or another was asked. */
export async function namesForAbsent(
  stores: Stores,
  /** `sides`: those for which the actor speaks. */
  entered: Pick<EnteredSigning, 'signing' | 'sides'>,
  asked: Side | undefined,
): Promise<'counterpart' | null> {
  if (asked !== 'counterpart' || !entered.sides.includes('carrier')) return null;
  if (entered.sides.includes('counterpart')) return null;
  const reachable = await reachableSides(stores, entered, ['counterpart']);
  return reachable.length === 0 ? 'counterpart' : null;
}
