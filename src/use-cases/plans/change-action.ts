/**
 * Changes fields of an action. The change names the version that the person had before their eyes: what somebody else
 * changed since, in other fields, stays; where both changed the same field, both texts come back and nothing is written.
 *
 * What a form does not say is not touched: a change of the title never makes anything public.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { ActionPatch } from '#domain/plan/sheet-fields.ts';
import type { Funding, SheetRole } from '#domain/plan/action-sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { CannotWriteAction } from './add-action.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';
import { knownNames, MOST_NAME, type WrittenName } from './known-names.ts';
import type { StoredAction } from './working-plan-store.ts';
import { writePatch, type ActionEditedMeanwhile, type ChangedAction } from './write-patches.ts';

export type CannotChangeAction =
  | CannotEnterPlan
  | CannotWriteAction
  | { readonly kind: 'unknown-action' }
  /** `line`: from 1. */
  | { readonly kind: 'funder-missing'; readonly line: number }
  | { readonly kind: 'name-too-long'; readonly most: number }
  | ActionEditedMeanwhile;

export type ChangeAction = {
  readonly plan: number;
  readonly action: number;
  /** The version that the person had before their eyes. */
  readonly version: number;
  readonly patch: ActionPatch;
  /** Names typed beside those of `patch.roles`: found again in the directory or added to it. */
  readonly names?: readonly (WrittenName & { readonly role: SheetRole })[];
  /** All the fundings, their funders by name; instead of `patch.fundings`. */
  readonly fundings?: readonly WrittenFunding[];
};

export type WrittenFunding = Omit<Funding, 'funder'> & { readonly funder: WrittenName };

export async function changeAction(
  stores: Stores,
  actor: Actor,
  request: ChangeAction,
  now: Date,
): Promise<Result<ChangedAction, CannotChangeAction>> {
  return await stores.together(async (all): Promise<Result<ChangedAction, CannotChangeAction>> => {
    const { plan, action: id } = request;
    const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
    if (!entered.ok) return entered;
    const action = await all.workingPlans.action({ plan, action: id });
    if (action === null) return refuse({ kind: 'unknown-action' });
    const { role, by } = entered.value;
    const typed = request.names ?? [];
    const funders = (request.fundings ?? []).map(({ funder }) => funder);
    const names = [...typed, ...funders];
    if (names.some(({ name }) => [...name.trim()].length > MOST_NAME)) {
      return refuse({ kind: 'name-too-long', most: MOST_NAME });
    }
    const known = await knownNames(all, entered.value.plan.place, { names, by, role, at: now });
    const roles = withNames(request.patch.roles ?? {}, { typed, entries: known.entries, action });
    const fundings = request.fundings?.map((funding, index) => ({
      ...funding,
      funder: known.entries[typed.length + index] ?? 0,
    }));
    const nobody = fundings?.findIndex(({ funder }) => funder === 0) ?? -1;
    if (nobody !== -1) return refuse({ kind: 'funder-missing', line: nobody + 1 });
    const { version } = request;
    const patch = { ...request.patch, roles, ...(fundings === undefined ? {} : { fundings }) };
    const change = { action, version, patch };
    const written = await writePatch(all, entered.value, { change, act: 'change-action', at: now });
    if (!written.ok) return written;
    await all.journal.appendAll([...known.events, ...written.value.events]);
    if (written.value.fields.length > 0) await all.workingPlans.touched(plan, 'actions');
    return accept({ version: written.value.version, fields: written.value.fields });
  });
}

function withNames(
  roles: NonNullable<ActionPatch['roles']>,
  {
    typed,
    entries,
    action,
  }: {
    readonly typed: readonly { readonly role: SheetRole }[];
    readonly entries: readonly (number | null)[];
    readonly action: StoredAction;
  },
): NonNullable<ActionPatch['roles']> {
  const all: Partial<Record<SheetRole, readonly number[]>> = { ...roles };
  typed.forEach(({ role }, index) => {
    const entry = entries[index] ?? null;
    if (entry !== null) all[role] = [...(all[role] ?? action.sheet.roles[role]), entry];
  });
  return all;
}
