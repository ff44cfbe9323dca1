/** A person says that an action carries out a promise, or no longer does; nothing makes such a link alone. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from '../plans/enter-plan.ts';
import type { PlanLink } from './plan-link-store.ts';

export type TieCommitment = PlanLink & { readonly plan: number };

export type CannotTie = CannotEnterPlan | { readonly kind: 'unknown-action' | 'unknown-promise' };

/** Shown as « la mairie »; who exactly is in the journal. */
export const TOWN_HALL = 'town-hall';

/** `already`: the link was there; it stays whose it was. */
export async function tieCommitment(
  stores: Stores,
  actor: Actor,
  request: TieCommitment,
  now: Date,
): Promise<Result<{ readonly already: boolean }, CannotTie>> {
  return await change<{ readonly already: boolean }>(stores, actor, request, async (all, link, { plan, role, by }) => {
    const promises = await all.planLinks.promises(plan.place);
    const promised = promises.some(({ edition, item }) => edition === link.edition && item === link.item);
    if (!promised) return refuse({ kind: 'unknown-promise' });
    const made = await all.planLinks.link({ ...link, by: TOWN_HALL, at: now });
    if (!made) return accept({ already: true });
    // Whoever said that the likeness was none, said now that it is one.
    await all.planLinks.takeDismissalBack(link);
    await record(all, 'tie-commitment', { link, plan: plan.id, role, by, now });
    return accept({ already: false });
  });
}

/** Untying what was not tied is no error: somebody did it meanwhile. */
export async function untieCommitment(
  stores: Stores,
  actor: Actor,
  request: TieCommitment,
  now: Date,
): Promise<Result<null, CannotTie>> {
  return await change(stores, actor, request, async (all, link, { plan, role, by }) => {
    const was = await all.planLinks.unlink(link);
    if (was) await record(all, 'untie-commitment', { link, plan: plan.id, role, by, now });
    return accept(null);
  });
}

/** « Ce n’est pas le même sujet »: this likeness is not proposed again, until somebody takes that back. */
export async function dismissSuggestion(
  stores: Stores,
  actor: Actor,
  request: TieCommitment & { readonly takeBack: boolean },
  now: Date,
): Promise<Result<null, CannotTie>> {
  return await change(stores, actor, request, async (all, link) => {
    if (request.takeBack) await all.planLinks.takeDismissalBack(link);
    else await all.planLinks.dismiss({ ...link, by: TOWN_HALL, at: now });
    return accept(null);
  });
}

/** An action is looked up through its plan: a number of another plan opens nothing. */
async function change<Value>(
  stores: Stores,
  actor: Actor,
  { plan: id, action, edition, item }: TieCommitment,
  work: (all: Stores, link: PlanLink, entered: InPlan) => Promise<Result<Value, CannotTie>>,
): Promise<Result<Value, CannotTie>> {
  return await stores.together<Value, CannotTie>(async (all) => {
    const entered = await enterPlan(all, actor, { act: 'tie-commitments', plan: id, lock: true });
    if (!entered.ok) return entered;
    const found = await all.workingPlans.action({ plan: id, action });
    if (found === null) return refuse({ kind: 'unknown-action' });
    return await work(all, { action, edition, item }, entered.value);
  });
}

type Recorded = {
  readonly link: PlanLink;
  readonly plan: number;
  readonly role: string;
  readonly by: string;
  readonly now: Date;
};

async function record(all: Stores, act: string, { link, plan, role, by, now }: Recorded): Promise<void> {
  const { action, edition, item } = link;
  await all.workingPlans.touched(plan, 'actions');
  await all.journal.append({
    at: now,
    act,
    actor: role,
    subject: { kind: 'action', id: action },
    says: { by, plan, edition, item },
  });
}
