/**
 * An action more. Three fields are enough: a title, a status, a lead; the rest is said when it is known.
 */
import type { Actor } from '#domain/access/gate.ts';
import { sheetFaults, tidySheet, type SheetFault } from '#domain/plan/check-sheet.ts';
import { isPlanNumber, nextActionNumber } from '#domain/plan/numbering.ts';
import { fieldsOf, patched, type ActionPatch } from '#domain/plan/sheet-fields.ts';
import { emptySheet, type WorkingSheet } from '#domain/plan/working-sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';
import { knownNames, type WrittenName } from './known-names.ts';

export type CannotWriteAction =
  | { readonly kind: 'unknown-axis' }
  | { readonly kind: 'number-wrong'; readonly number: string }
  | { readonly kind: 'number-taken'; readonly number: string }
  | { readonly kind: 'unknown-entries'; readonly entries: readonly number[] }
  | { readonly kind: 'sheet-faults'; readonly faults: readonly SheetFault[] };

export type AddAction = {
  readonly plan: number;
  readonly title: string;
  /** Everything else that is known; `number` absent: the next one is given. */
  readonly patch: Omit<ActionPatch, 'title'>;
  /** The lead by name: found again in the directory or added to it. */
  readonly lead: WrittenName | null;
};

export async function addAction(
  stores: Stores,
  actor: Actor,
  request: Sent & AddAction,
  now: Date,
): Promise<Result<{ readonly action: number; readonly number: string }, CannotEnterPlan | CannotWriteAction>> {
  return await sentOnce(
    stores,
    { actor, act: 'change-actions', request, now },
    async (all): Promise<Result<{ action: number; number: string }, CannotEnterPlan | CannotWriteAction>> => {
      const entered = await enterPlan(all, actor, { act: 'change-actions', plan: request.plan, lock: true });
      if (!entered.ok) return entered;
      const { plan, role, by } = entered.value;
      const { axes, rows } = await all.workingPlans.overview(plan.id);
      const axis = axes.find(({ id }) => id === (request.patch.axis ?? null)) ?? null;
      if (axis === null && (request.patch.axis ?? null) !== null) return refuse({ kind: 'unknown-axis' });
      const names = request.lead === null ? [] : [request.lead];
      const known = await knownNames(all, plan.place, { names, by, role, at: now });
      const taken = [...rows, ...axes].map(({ number }) => number);
      const number = request.patch.number?.trim() || nextActionNumber(taken, axis?.number ?? null);
      if (!isPlanNumber(number)) return refuse({ kind: 'number-wrong', number });
      if (rows.some((row) => row.number === number)) return refuse({ kind: 'number-taken', number });
      const made = patched(
        { number, axis: axis?.id ?? null, sheet: emptySheet(request.title) },
        { ...request.patch, number },
      );
      const leads = known.entries.filter((entry) => entry !== null);
      const roles = { ...made.sheet.roles, lead: [...leads, ...made.sheet.roles.lead] };
      const sheet = tidySheet({ ...made.sheet, roles });
      const faults = sheetFaults(sheet);
      if (faults.length > 0) return refuse({ kind: 'sheet-faults', faults });
      const strangers = await unknownEntries(all, plan.place, [sheet]);
      if (strangers.length > 0) return refuse({ kind: 'unknown-entries', entries: strangers });
      const action = await all.workingPlans.addAction({
        plan: plan.id,
        axis: made.axis,
        number,
        sheet,
        asWritten: null,
        at: now,
      });
      await all.workingPlans.touched(plan.id, 'actions');
      const after = fieldsOf({ number, axis: made.axis, sheet });
      const subject = { kind: 'action', id: action } as const;
      await all.journal.appendAll([
        ...known.events,
        { at: now, act: 'add-action', actor: role, subject, says: { by, plan: plan.id, version: 1, after } },
      ]);
      return accept({ action, number });
    },
  );
}

/** Numbers that the sheets name and the directory of the place does not have. */
export async function unknownEntries(
  all: Stores,
  place: Parameters<Stores['directory']['of']>[0],
  sheets: readonly WorkingSheet[],
): Promise<readonly number[]> {
  const named = [...new Set(sheets.flatMap(namedIn))];
  const there = new Set((await all.directory.among(place, named)).map(({ id }) => id));
  return named.filter((id) => !there.has(id));
}

/** Numbers of the directory. */
export function namedIn({ roles, fundings }: WorkingSheet): readonly number[] {
  return [...Object.values(roles).flat(), ...fundings.map(({ funder }) => funder)];
}
