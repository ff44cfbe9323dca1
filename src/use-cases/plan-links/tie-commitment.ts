/** A person says that an action carries out a promise, or no longer does; nothing makes such a link alone. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from '../plans/enter-plan.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
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
    if (!(await isPromised(all, plan, link))) return refuse({ kind: 'unknown-promise' });
    const made = await all.planLinks.link({ ...link, by: TOWN_HALL, at: now });
    if (!made) return accept({ already: true });
    // Whoever said that the likeness was none, said now that it is one.
    await all.planLinks.takeDismissalBack(link);
    await all.workingPlans.touched(plan.id, 'actions');
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
    if (!(await all.planLinks.unlink(link))) return accept(null);
    await all.workingPlans.touched(plan.id, 'actions');
    await record(all, 'untie-commitment', { link, plan: plan.id, role, by, now });
    return accept(null);
  });
}

/** « Ce n’est pas le même sujet »: this likeness is not proposed again, until somebody takes that back. The plan stays as it is. */
export async function dismissSuggestion(
  stores: Stores,
  actor: Actor,
  request: TieCommitment & { readonly takeBack: boolean },
  now: Date,
): Promise<Result<null, CannotTie>> {
  const { takeBack } = request;
  return await change(stores, actor, request, async (all, link, { plan, role, by }) => {
    if (!takeBack && !(await isPromised(all, plan, link))) return refuse({ kind: 'unknown-promise' });
    const changed = takeBack
      ? await all.planLinks.takeDismissalBack(link)
      : await all.planLinks.dismiss({ ...link, by: TOWN_HALL, at: now });
    if (!changed) return accept(null);
    const act = takeBack ? 'take-dismissal-back' : 'dismiss-suggestion';
    await record(all, act, { link, plan: plan.id, role, by, now });
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

async function isPromised(all: Stores, plan: StoredPlan, { edition, item }: PlanLink): Promise<boolean> {
  const promises = await all.planLinks.promises(plan.place);
  return promises.some((promise) => promise.edition === edition && promise.item === item);
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
  await all.journal.append({
    at: now,
    act,
    actor: role,
    subject: { kind: 'action', id: action },
    says: { by, plan, edition, item },
  });
}
