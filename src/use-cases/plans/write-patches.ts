/**
 * Changes of fields of actions, inside of a larger act: one action, many at once, what a lead says. All or nothing, in a
 * fixed number of queries however many they are. The caller holds the lock of the plan, appends the events and says that
 * the plan was touched.
 *
 * Each change names the version that the person had before their eyes: what somebody else changed since, in other fields,
 * stays; where both changed the same field nothing is written.
 */
import { sheetFaults, tidySheet } from '#domain/plan/check-sheet.ts';
import { isPlanNumber } from '#domain/plan/numbering.ts';
import {
  asBefore,
  fieldsOf,
  mergeFields,
  patched,
  patchOf,
  type ActionPatch,
  type ChangeableAction,
  type Meanwhile,
  type SheetField,
} from '#domain/plan/sheet-fields.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { NewJournalEvent, Stores } from '../stores.ts';
import { namedIn, unknownEntries, type CannotWriteAction } from './add-action.ts';
import type { InPlan } from './enter-plan.ts';
import type { StoredAction } from './working-plan-store.ts';

export type PatchOfAction = {
  readonly action: StoredAction;
  /** The version that the person had before their eyes. */
  readonly version: number;
  readonly patch: ActionPatch;
};

export type ActionEditedMeanwhile = {
  readonly kind: 'action-edited-meanwhile';
  /** What is kept now: name it to say that one has seen it. */
  readonly version: number;
  readonly both: readonly Meanwhile[];
};

export type CannotPatch = CannotWriteAction | ActionEditedMeanwhile;

export type ChangedAction = { readonly version: number; readonly fields: readonly SheetField[] };

/** `events`: for the journal, last in the transaction. Nothing different: none, the same version. */
export type Written = ChangedAction & { readonly action: number; readonly events: readonly NewJournalEvent[] };

export type PatchRefused = { readonly action: StoredAction; readonly why: CannotPatch };

type Act = { readonly act: string; readonly at: Date };

/** In the order given, one for each action. Refused: all that stand in the way, and nothing was written. */
export async function writePatches(
  all: Stores,
  entered: InPlan,
  { changes, act, at }: Act & { readonly changes: readonly PatchOfAction[] },
): Promise<Result<readonly Written[], readonly PatchRefused[]>> {
  const bases = await seenBy(all, changes);
  const merged = changes.map((change, index) => merge(change, bases[index] ?? change.action));
  const wrong = await faultsOf(all, entered.plan, merged);
  if (wrong.length > 0) return refuse(wrong);
  const made = merged.filter(({ fields }) => fields.length > 0);
  const versions = await write(all, entered.plan.id, { made, at });
  return accept(
    merged.map(({ action, fields, after }) => {
      const version = versions.get(action.id) ?? action.version;
      const event = eventOf(entered, { action, fields, after, version, act, at });
      return { action: action.id, version, fields, events: fields.length === 0 ? [] : [event] };
    }),
  );
}

export async function writePatch(
  all: Stores,
  entered: InPlan,
  { change, ...act }: Act & { readonly change: PatchOfAction },
): Promise<Result<Written, CannotPatch>> {
  const written = await writePatches(all, entered, { ...act, changes: [change] });
  const [first] = written.ok ? written.value : [];
  if (first !== undefined) return accept(first);
  const [refused] = written.ok ? [] : written.refusal;
  if (refused === undefined) throw new Error('A change was neither written nor refused.');
  return refuse(refused.why);
}

/** The actions as each person saw them: what the journal says of later versions is undone. */
async function seenBy(all: Stores, changes: readonly PatchOfAction[]): Promise<readonly ChangeableAction[]> {
  const late = changes.filter(({ action, version }) => version < action.version);
  const later = await all.workingPlans.histories(
    late.map(({ action: { id }, version }) => ({ action: id, after: version })),
  );
  return changes.map(({ action, version }) => {
    if (version >= action.version) return action;
    const told = (later.get(action.id) ?? []).map((past) => past.changes);
    return patched(action, patchFrom(asBefore(fieldsOf(action), told)));
  });
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

/** `fields`: what changes; none: `after` is the action as it is. */
type Merged = {
  readonly action: StoredAction;
  readonly fields: readonly SheetField[];
  readonly both: readonly Meanwhile[];
  readonly after: ChangeableAction;
};

function merge({ action, patch }: PatchOfAction, base: ChangeableAction): Merged {
  const asked = patched(base, patch);
  const wanted = { ...asked, number: asked.number.trim(), sheet: tidySheet(asked.sheet) };
  const { fields, both } = mergeFields({
    base: fieldsOf(base),
    current: fieldsOf(action),
    wanted: fieldsOf(wanted),
  });
  return { action, fields, both, after: fields.length === 0 ? action : patched(action, patchOf(wanted, fields)) };
}

async function faultsOf(
  all: Stores,
  plan: InPlan['plan'],
  merged: readonly Merged[],
): Promise<readonly PatchRefused[]> {
  const known = await knownFor(all, plan, merged);
  return merged.flatMap(({ action, fields, both, after }): PatchRefused[] => {
    const { version } = action;
    const why: CannotPatch | null =
      both.length > 0
        ? { kind: 'action-edited-meanwhile', version, both }
        : fields.length === 0
          ? null
          : faultOf({ action, fields, after }, known);
    return why === null ? [] : [{ action, why }];
  });
}

type Known = {
  readonly numbers: readonly { readonly id: number; readonly number: string }[];
  readonly axes: readonly { readonly id: number }[];
  /** Numbers that a sheet names and the directory does not have. */
  readonly strangers: readonly number[];
};

/** Asked only of what changes. */
async function knownFor(all: Stores, plan: InPlan['plan'], merged: readonly Merged[]): Promise<Known> {
  const renumbered = merged.some(({ fields }) => fields.includes('number'));
  const moved = merged.some(({ fields }) => fields.includes('axis'));
  const naming = merged.filter(({ fields }) => namesPeople(fields)).map(({ after }) => after.sheet);
  return {
    numbers: renumbered ? (await all.workingPlans.overview(plan.id)).rows : [],
    axes: moved ? await all.workingPlans.axes(plan.id) : [],
    strangers: naming.length > 0 ? await unknownEntries(all, plan.place, naming) : [],
  };
}

function namesPeople(fields: readonly SheetField[]): boolean {
  return fields.some((field) => field.startsWith('role.') || field === 'fundings');
}

function faultOf(
  { action, fields, after }: Omit<Merged, 'both'>,
  { numbers, axes, strangers }: Known,
): CannotWriteAction | null {
  const faults = sheetFaults(after.sheet);
  if (faults.length > 0) return { kind: 'sheet-faults', faults };
  const { number, axis } = after;
  if (fields.includes('number')) {
    if (!isPlanNumber(number)) return { kind: 'number-wrong', number };
    if (numbers.some((row) => row.number === number && row.id !== action.id)) return { kind: 'number-taken', number };
  }
  if (fields.includes('axis') && axis !== null && !axes.some(({ id }) => id === axis)) return { kind: 'unknown-axis' };
  if (namesPeople(fields)) {
    const named = new Set(namedIn(after.sheet));
    const entries = strangers.filter((id) => named.has(id));
    if (entries.length > 0) return { kind: 'unknown-entries', entries };
  }
  return null;
}

/** The new version of each. */
async function write(
  all: Stores,
  plan: number,
  { made, at }: { readonly made: readonly Merged[]; readonly at: Date },
): Promise<ReadonlyMap<number, number>> {
  const renumbered = made.filter(({ fields }) => fields.includes('number'));
  if (renumbered.length > 0) {
    const numbers = renumbered.map(({ action, after }) => ({ action: action.id, number: after.number }));
    await all.workingPlans.renumber(plan, numbers);
  }
  const moved = made.filter(({ fields }) => fields.includes('axis'));
  for (const [axis, some] of Map.groupBy(moved, ({ after }) => after.axis)) {
    const moving = some.map(({ action }) => action.id);
    const { rows } = await all.workingPlans.overview(plan);
    const there = rows.filter((row) => row.axis === axis && !moving.includes(row.id)).map(({ id }) => id);
    await all.workingPlans.orderActions(plan, { axis, actions: [...there, ...moving] });
  }
  return await all.workingPlans.writeSheets(plan, {
    at,
    sheets: made.map(({ action, after, fields }) => ({
      action: action.id,
      sheet: after.sheet,
      news: fields.includes('status'),
    })),
  });
}

function eventOf(
  { plan, role, by }: InPlan,
  { action, fields, after, version, act, at }: Omit<Merged, 'both'> & Act & { readonly version: number },
): NewJournalEvent {
  const [was, is] = [fieldsOf(action), fieldsOf(after)];
  const changes = Object.fromEntries(fields.map((field) => [field, { before: was[field], after: is[field] }]));
  const subject = { kind: 'action', id: action.id } as const;
  return { at, act, actor: role, subject, says: { by, plan: plan.id, version, changes } };
}
