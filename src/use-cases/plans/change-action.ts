/**
 * Changes fields of an action. The change names the version that the person had before their eyes: what somebody else
 * changed since, in other fields, stays; where both changed the same field, both texts come back and nothing is written.
 *
 * What a form does not say is not touched: a change of the title never makes anything public.
 */
import type { Actor } from '#domain/access/gate.ts';
import { sheetFaults, tidySheet } from '#domain/plan/check-sheet.ts';
import { isPlanNumber } from '#domain/plan/numbering.ts';
import {
  asBefore,
  fieldsOf,
  mergeFields,
  patched,
  patchOf,
  type ActionPatch,
  type Meanwhile,
  type SheetField,
} from '#domain/plan/sheet-fields.ts';
import type { Funding, SheetRole } from '#domain/plan/action-sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { NewJournalEvent, Stores } from '../stores.ts';
import { unknownEntries, type CannotWriteAction } from './add-action.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from './enter-plan.ts';
import { knownNames, MOST_NAME, type WrittenName } from './known-names.ts';
import type { StoredAction } from './working-plan-store.ts';

export type ActionEditedMeanwhile = {
  readonly kind: 'action-edited-meanwhile';
  /** What is kept now: name it to say that one has seen it. */
  readonly version: number;
  readonly both: readonly Meanwhile[];
};

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

export type ChangedAction = { readonly version: number; readonly fields: readonly SheetField[] };

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
    const written = await writePatch(all, entered.value, {
      action,
      version,
      patch: { ...request.patch, roles, ...(fundings === undefined ? {} : { fundings }) },
      at: now,
      act: 'change-action',
    });
    if (!written.ok) return written;
    await all.journal.appendAll([...known.events, ...written.value.events]);
    if (written.value.fields.length > 0) await all.workingPlans.touched(plan, 'actions');
    return accept({ version: written.value.version, fields: written.value.fields });
  });
}

export type Written = ChangedAction & {
  /** For the journal, last in the transaction. */
  readonly events: readonly NewJournalEvent[];
};

/**
 * The change itself, inside of a larger act (many actions at once, an import). The caller holds the lock of the plan,
 * appends the events and says that the plan was touched. Nothing different: no event, the same version.
 */
export async function writePatch(
  all: Stores,
  { plan, role, by }: InPlan,
  change: {
    readonly action: StoredAction;
    readonly version: number;
    readonly patch: ActionPatch;
    readonly at: Date;
    readonly act: string;
  },
): Promise<Result<Written, CannotWriteAction | ActionEditedMeanwhile>> {
  const { action, patch, at, act } = change;
  const current = fieldsOf(action);
  const base = change.version >= action.version ? action : await seenAt(all, action, change.version);
  const asked = patched(base, patch);
  const wanted = { ...asked, number: asked.number.trim(), sheet: tidySheet(asked.sheet) };
  const merged = mergeFields({ base: fieldsOf(base), current, wanted: fieldsOf(wanted) });
  if (merged.both.length > 0) {
    return refuse({ kind: 'action-edited-meanwhile', version: action.version, both: merged.both });
  }
  if (merged.fields.length === 0) return accept({ version: action.version, fields: [], events: [] });
  const made = patched(action, patchOf(wanted, merged.fields));
  const wrong = await faultsOf(all, plan, { action, made, fields: merged.fields });
  if (wrong !== null) return refuse(wrong);
  const { id } = action;
  if (made.number !== action.number) await all.workingPlans.renumber(plan.id, [{ action: id, number: made.number }]);
  if (made.axis !== action.axis) await putLast(all, plan.id, { axis: made.axis, action: id });
  const news = merged.fields.includes('status');
  const version = await all.workingPlans.writeSheet({ plan: plan.id, action: id, sheet: made.sheet, at, news });
  const after = fieldsOf(made);
  const changes = Object.fromEntries(
    merged.fields.map((field) => [field, { before: current[field], after: after[field] }]),
  );
  const says = { by, plan: plan.id, version, changes };
  const event: NewJournalEvent = { at, act, actor: role, subject: { kind: 'action', id }, says };
  return accept({ version, fields: merged.fields, events: [event] });
}

/** The action as the person saw it: what the journal says of later versions is undone. */
async function seenAt(all: Stores, action: StoredAction, version: number): Promise<StoredAction> {
  const later = await all.workingPlans.history(action.id, version);
  const before = asBefore(
    fieldsOf(action),
    later.map(({ changes }) => changes),
  );
  return { ...action, ...patched(action, patchFrom(before)) };
}

/** The journal keeps each field as `fieldsOf` said it. */
function patchFrom(values: ReturnType<typeof asBefore>): ActionPatch {
  const { status, ...plain } = values;
  const texts: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(plain)) {
    if (field.startsWith('text.')) texts[field.slice('text.'.length)] = value;
    else if (field.startsWith('role.')) roles[field.slice('role.'.length)] = value;
    else rest[field] = value;
  }
  return { ...rest, ...(status as object), texts, roles };
}

async function faultsOf(
  all: Stores,
  plan: InPlan['plan'],
  { action, made, fields }: { action: StoredAction; made: ReturnType<typeof patched>; fields: readonly SheetField[] },
): Promise<CannotWriteAction | null> {
  const faults = sheetFaults(made.sheet);
  if (faults.length > 0) return { kind: 'sheet-faults', faults };
  if (fields.includes('number')) {
    if (!isPlanNumber(made.number)) return { kind: 'number-wrong', number: made.number };
    const { rows } = await all.workingPlans.overview(plan.id);
    if (rows.some(({ id, number }) => number === made.number && id !== action.id)) {
      return { kind: 'number-taken', number: made.number };
    }
  }
  if (made.axis !== null && made.axis !== action.axis) {
    const axes = await all.workingPlans.axes(plan.id);
    if (!axes.some(({ id }) => id === made.axis)) return { kind: 'unknown-axis' };
  }
  if (fields.some((field) => field.startsWith('role.') || field === 'fundings')) {
    const entries = await unknownEntries(all, plan.place, made.sheet);
    if (entries.length > 0) return { kind: 'unknown-entries', entries };
  }
  return null;
}

async function putLast(all: Stores, plan: number, { axis, action }: { axis: number | null; action: number }) {
  const { rows } = await all.workingPlans.overview(plan);
  const there = rows.filter((row) => row.axis === axis && row.id !== action).map(({ id }) => id);
  await all.workingPlans.orderActions(plan, { axis, actions: [...there, action] });
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
