/** Puts what a file brings into a plan, inside the transaction of its import. The caller holds the lock of the plan. */
import { SHEET_ROLES, type SheetRole } from '#domain/plan/action-sheet.ts';
import { tidySheet } from '#domain/plan/check-sheet.ts';
import type { NamedEntry, NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import { differingFields, fieldsOf } from '#domain/plan/sheet-fields.ts';
import type { WorkingSheet } from '#domain/plan/working-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { PlanDifference } from '#reading/plan-sheet/compare-plan.ts';
import { knownNames } from '../plans/known-names.ts';
import type { WrittenSheet } from '../plans/working-plan-store.ts';
import type { NewJournalEvent, Stores } from '../stores.ts';
import type { ImportCounts, StoredPlanImport } from './plan-import-store.ts';

export type WriteDifference = {
  readonly plan: number;
  readonly place: PlaceCode;
  readonly difference: PlanDifference;
  readonly asWritten: StoredPlanImport['asWritten'];
  readonly by: string;
  readonly role: string;
  readonly at: Date;
};

export async function writeDifference(
  all: Stores,
  given: WriteDifference,
): Promise<{ readonly counts: ImportCounts; readonly events: readonly NewJournalEvent[] }> {
  const { plan, difference, asWritten, by, role, at } = given;
  const entryOf = await entries(all, given);
  const axisOf = await writeAxes(all, given);
  const added = difference.added.map(({ row, number, axis, sheet }) => ({
    plan,
    axis: axisOf(axis),
    number,
    sheet: numbered(sheet, entryOf.of),
    asWritten: asWritten[row] ?? null,
    at,
  }));
  const ids = await all.workingPlans.addActions(added);
  const changed = await writeChanged(all, { ...given, entryOf: entryOf.of, axisOf });
  const gone = difference.missing.filter(({ goes }) => goes);
  for (const { id } of gone) await all.workingPlans.removeAction({ plan, action: id }, at);
  const told = (act: string, id: number, says: NewJournalEvent['says']): NewJournalEvent => ({
    at,
    act,
    actor: role,
    subject: { kind: 'action', id },
    says,
  });
  const counts = {
    added: added.length,
    changed: changed.length,
    unchanged: difference.unchanged,
    removed: gone.length,
    axes: difference.axes.added.length + difference.axes.changed.length,
  };
  return {
    counts,
    events: [
      ...entryOf.events,
      ...added.map((action, at_) =>
        told('import-action', ids[at_] ?? 0, { by, plan, version: 1, after: fieldsOf(action) }),
      ),
      ...changed.map(({ id, version, changes }) => told('import-changes', id, { by, plan, version, changes })),
      ...gone.map(({ id }) => told('remove-action', id, { by, plan, reason: '' })),
    ],
  };
}

type EntryOf = (entry: NamedEntry) => number;

/** Numbers of the directory for all the names of the file: what each is was settled with what the file says. */
async function entries(
  all: Stores,
  { difference, place, by, role, at }: WriteDifference,
): Promise<{ readonly of: EntryOf; readonly events: readonly NewJournalEvent[] }> {
  const names = new Map<string, NamedEntry & { readonly isElected: boolean }>();
  for (const { sheet } of [...difference.added, ...difference.changed]) {
    for (const [as, entry] of namesIn(sheet)) {
      const isElected = as === 'referent' && entry.kind === 'person';
      const key = keyOf(entry);
      names.set(key, { ...entry, isElected: isElected || names.get(key)?.isElected === true });
    }
  }
  const settled = [...names.values()].map((name) => ({ ...name, isKindSaid: true }));
  const known = await knownNames(all, place, { names: settled, by, role, at });
  const numbers = new Map([...names.keys()].map((key, index) => [key, known.entries[index] ?? 0]));
  return { of: (entry) => numbers.get(keyOf(entry)) ?? 0, events: known.events };
}

function namesIn(sheet: NamedSheet): readonly (readonly [SheetRole | 'funder', NamedEntry])[] {
  return [
    ...SHEET_ROLES.flatMap((role) => sheet.roles[role].map((entry) => [role, entry] as const)),
    ...sheet.fundings.map(({ funder }) => ['funder', funder] as const),
  ];
}

function keyOf({ kind, name }: NamedEntry): string {
  return `${kind} ${name.toLowerCase()}`;
}

function numbered(sheet: NamedSheet, entryOf: EntryOf): WorkingSheet {
  const ids = (role: SheetRole) => [...new Set(sheet.roles[role].map(entryOf))];
  return tidySheet({
    ...sheet,
    roles: {
      lead: ids('lead'),
      referent: ids('referent'),
      service: ids('service'),
      structure: ids('structure'),
      partner: ids('partner'),
    },
    fundings: sheet.fundings.map((funding) => ({ ...funding, funder: entryOf(funding.funder) })),
  });
}

/** From an axis of the comparison, new ones below 0, to one that is kept. */
async function writeAxes(
  all: Stores,
  { plan, difference }: WriteDifference,
): Promise<(axis: number | null) => number | null> {
  const made = new Map<number, number>();
  const kept = (axis: number | null) => (axis === null ? null : (made.get(axis) ?? axis));
  for (const { id, parent, number, title, description } of difference.axes.added) {
    made.set(id, await all.workingPlans.addAxis(plan, { parent: kept(parent), number, title, description }));
  }
  for (const { after } of difference.axes.changed) await all.workingPlans.changeAxis(plan, after);
  return kept;
}

type WrittenChange = {
  readonly id: number;
  readonly version: number;
  readonly changes: Readonly<
    Record<string, { readonly before: NewJournalEvent['says']; readonly after: NewJournalEvent['says'] }>
  >;
};

async function writeChanged(
  all: Stores,
  {
    plan,
    difference,
    at,
    entryOf,
    axisOf,
  }: WriteDifference & { readonly entryOf: EntryOf; readonly axisOf: (axis: number | null) => number | null },
): Promise<readonly WrittenChange[]> {
  if (difference.changed.length === 0) return [];
  const before = new Map((await all.workingPlans.actions(plan)).map((action) => [action.id, action]));
  const written: Omit<WrittenChange, 'version'>[] = [];
  const sheets: WrittenSheet[] = [];
  const renumbered: { action: number; number: string }[] = [];
  const moved = new Map<number | null, number[]>();
  for (const { id, number, axis, sheet } of difference.changed) {
    const known = before.get(id);
    if (known === undefined) continue;
    const after = { number, axis: axisOf(axis), sheet: numbered(sheet, entryOf) };
    const [was, is] = [fieldsOf(known), fieldsOf(after)];
    const fields = differingFields(was, is);
    if (fields.length === 0) continue;
    if (fields.includes('number')) renumbered.push({ action: id, number });
    if (fields.includes('axis')) moved.set(after.axis, [...(moved.get(after.axis) ?? []), id]);
    sheets.push({ action: id, sheet: after.sheet, news: fields.includes('status') });
    const changes = Object.fromEntries(fields.map((field) => [field, { before: was[field], after: is[field] }]));
    written.push({ id, changes });
  }
  const versions = await all.workingPlans.writeSheets(plan, { sheets, at });
  if (renumbered.length > 0) await all.workingPlans.renumber(plan, renumbered);
  for (const [axis, actions] of moved) {
    const there = (await all.workingPlans.overview(plan)).rows.filter((row) => row.axis === axis);
    const stay = there.map(({ id }) => id).filter((id) => !actions.includes(id));
    await all.workingPlans.orderActions(plan, { axis, actions: [...stay, ...actions] });
  }
  return written.map((change) => ({ ...change, version: versions.get(change.id) ?? 0 }));
}
