/**
 * One change of many actions: seen first, line by line, then made as one act, all or nothing. Each action has its own
 * event in the journal, as if it had been changed alone; what somebody else changed meanwhile in other fields stays.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { ActionSheet } from '#domain/plan/action-sheet.ts';
import { sheetFaults, tidyLine, tidySheet, type SheetFault } from '#domain/plan/check-sheet.ts';
import { differingFields, fieldsOf, patched, type ActionPatch, type SheetField } from '#domain/plan/sheet-fields.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { NewJournalEvent, Stores } from '../stores.ts';
import type { CannotWriteAction } from './add-action.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from './enter-plan.ts';
import { knownNames, type WrittenName } from './known-names.ts';
import type { StoredAction } from './working-plan-store.ts';
import { writePatches, type PatchRefused } from './write-patches.ts';

/** What is absent stays as it is. `status` goes with what blocks; null takes a value away. */
export type ManyPatch = {
  readonly status?: Pick<ActionSheet, 'status' | 'blocked'>;
  readonly priority?: ActionSheet['priority'];
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly visibility?: ActionSheet['visibility'];
  readonly axis?: number | null;
};

export type ManyChange = {
  readonly plan: number;
  /** Each with the version that the person had before their eyes. */
  readonly actions: readonly { readonly action: number; readonly version: number }[];
  readonly patch: ManyPatch;
  /** One lead more, by name: found again in the directory or added to it. */
  readonly lead: WrittenName | null;
};

/** What would happen to one action. `fields` empty: nothing, it is so already. `faults`: it cannot be changed so. */
export type ManyLine = {
  readonly action: StoredAction;
  readonly fields: readonly SheetField[];
  readonly faults: readonly SheetFault[];
};

export type CannotSeeMany =
  | CannotEnterPlan
  | { readonly kind: 'unknown-axis' }
  /** None was chosen, or none is there any more. */
  | { readonly kind: 'no-action-chosen' }
  | { readonly kind: 'nothing-to-change' };

export type ActionNamed = { readonly action: number; readonly number: string; readonly title: string };

export type CannotChangeMany =
  | CannotSeeMany
  /** Removed since; nothing was changed. */
  | { readonly kind: 'actions-gone'; readonly actions: readonly number[] }
  /** Somebody else changed the same fields since; nothing was changed. */
  | { readonly kind: 'many-edited-meanwhile'; readonly actions: readonly ActionNamed[] }
  | { readonly kind: 'many-not-written'; readonly action: ActionNamed; readonly why: CannotWriteAction };

/** In the order of the plan; those that are no longer there are left out. */
export async function seeManyChanges(
  stores: Stores,
  actor: Actor,
  request: ManyChange,
): Promise<Result<readonly ManyLine[], CannotSeeMany>> {
  const entered = await enterPlan(stores, actor, { act: 'change-actions', plan: request.plan, lock: false });
  if (!entered.ok) return entered;
  const found = await chosen(stores, request);
  if (!found.ok) return found;
  const lead = await leadThere(stores, entered.value, request.lead);
  return accept(found.value.map((action) => lineOf(action, request, lead)));
}

export async function changeManyActions(
  stores: Stores,
  actor: Actor,
  request: ManyChange,
  now: Date,
): Promise<Result<{ readonly changed: number }, CannotChangeMany>> {
  return await stores.together(async (all): Promise<Result<{ changed: number }, CannotChangeMany>> => {
    const { plan } = request;
    const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
    if (!entered.ok) return entered;
    const found = await chosen(all, request);
    if (!found.ok) return found;
    const gone = request.actions.filter(({ action }) => !found.value.some(({ id }) => id === action));
    if (gone.length > 0) return refuse({ kind: 'actions-gone', actions: gone.map(({ action }) => action) });
    const { role, by } = entered.value;
    const names = request.lead === null ? [] : [request.lead];
    const known = await knownNames(all, entered.value.plan.place, { names, by, role, at: now });
    const written = await writeEach(all, entered.value, { request, actions: found.value, lead: known.entries[0], now });
    if (!written.ok) return written;
    const moved = await moveEach(all, entered.value, { request, actions: found.value, now });
    await all.journal.appendAll([...known.events, ...written.value.events, ...moved]);
    const changed = new Set([...written.value.changed, ...moved.map(({ subject }) => subject.id)]).size;
    if (changed > 0) await all.workingPlans.touched(plan, 'actions');
    return accept({ changed });
  });
}

type Chosen = Result<readonly StoredAction[], CannotSeeMany>;

async function chosen(all: Stores, { plan, actions, patch, lead }: ManyChange): Promise<Chosen> {
  if (lead === null && Object.keys(patch).length === 0) {
    return refuse({ kind: 'nothing-to-change' });
  }
  const wanted = new Set(actions.map(({ action }) => action));
  const [there, axes] = await Promise.all([
    all.workingPlans.actions(plan),
    patch.axis === undefined || patch.axis === null ? [] : all.workingPlans.axes(plan),
  ]);
  if (typeof patch.axis === 'number' && !axes.some(({ id }) => id === patch.axis)) {
    return refuse({ kind: 'unknown-axis' });
  }
  const found = there.filter(({ id }) => wanted.has(id));
  return found.length === 0 ? refuse({ kind: 'no-action-chosen' }) : accept(found);
}

/** The number of the lead in the directory; null: a name that it does not have yet; undefined: none is added. */
type Lead = number | null | undefined;

async function leadThere(all: Stores, { plan }: InPlan, lead: WrittenName | null): Promise<Lead> {
  if (lead === null) return undefined;
  const found = await all.directory.named(plan.place, { kind: lead.kind, name: tidyLine(lead.name) });
  return found?.id ?? null;
}

function lineOf(action: StoredAction, { patch }: ManyChange, lead: Lead): ManyLine {
  const asked = patched(action, { ...sheetPatch(patch), ...(patch.axis === undefined ? {} : { axis: patch.axis }) });
  const sheet = tidySheet(asked.sheet);
  const fields = differingFields(fieldsOf(action), fieldsOf({ ...asked, sheet }));
  const joins = lead === null || (lead !== undefined && !action.sheet.roles.lead.includes(lead));
  return { action, fields: joins ? [...fields, 'role.lead'] : fields, faults: sheetFaults(sheet) };
}

function sheetPatch({ status, priority, startsOn, endsOn, visibility }: ManyPatch): ActionPatch {
  return { ...status, priority, startsOn, endsOn, visibility };
}

type Writing = {
  readonly request: ManyChange;
  readonly actions: readonly StoredAction[];
  readonly now: Date;
};

async function writeEach(
  all: Stores,
  entered: InPlan,
  { request, actions, lead, now }: Writing & { readonly lead: Lead },
): Promise<
  Result<{ readonly events: readonly NewJournalEvent[]; readonly changed: readonly number[] }, CannotChangeMany>
> {
  const versions = new Map(request.actions.map(({ action, version }) => [action, version]));
  const changes = actions.map((action) => {
    const leads = action.sheet.roles.lead;
    const joins = typeof lead === 'number' && !leads.includes(lead);
    const patch = { ...sheetPatch(request.patch), ...(joins ? { roles: { lead: [...leads, lead] } } : {}) };
    // A lead joins those of now: two people who each add one are not against each other.
    const version = joins && onlyLead(request.patch) ? action.version : (versions.get(action.id) ?? action.version);
    return { action, version, patch };
  });
  const written = await writePatches(all, entered, { changes, act: 'change-action', at: now });
  if (!written.ok) return refuse(whyNot(written.refusal));
  return accept({
    events: written.value.flatMap(({ events }) => events),
    changed: written.value.filter(({ fields }) => fields.length > 0).map(({ action }) => action),
  });
}

/** What cannot be written at all, first; else what somebody else changed meanwhile. */
function whyNot(refused: readonly PatchRefused[]): CannotChangeMany {
  const named = ({ id, number, sheet }: StoredAction): ActionNamed => ({ action: id, number, title: sheet.title });
  for (const { action, why } of refused) {
    if (why.kind !== 'action-edited-meanwhile') return { kind: 'many-not-written', action: named(action), why };
  }
  return { kind: 'many-edited-meanwhile', actions: refused.map(({ action }) => named(action)) };
}

function onlyLead(patch: ManyPatch): boolean {
  return Object.keys(patch).length === 0;
}

/** Under another axis, at its end, in the order of the plan; one event for each. */
async function moveEach(
  all: Stores,
  { plan, role, by }: InPlan,
  { request, actions, now }: Writing,
): Promise<readonly NewJournalEvent[]> {
  const { axis } = request.patch;
  if (axis === undefined) return [];
  const moving = actions.filter((action) => action.axis !== axis);
  if (moving.length === 0) return [];
  const { rows } = await all.workingPlans.overview(plan.id);
  const there = rows.filter((row) => row.axis === axis).map(({ id }) => id);
  await all.workingPlans.orderActions(plan.id, { axis, actions: [...there, ...moving.map(({ id }) => id)] });
  return moving.map((action, index) => ({
    at: now,
    act: 'move-action',
    actor: role,
    subject: { kind: 'action', id: action.id },
    says: {
      by,
      plan: plan.id,
      changes: { axis: { before: action.axis, after: axis } },
      place: there.length + index + 1,
    },
  }));
}
