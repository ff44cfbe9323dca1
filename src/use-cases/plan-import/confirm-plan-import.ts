/**
 * The import itself, once a person saw what it does: a new plan, or a difference put into one, whole or not at all.
 *
 * What is written is computed again from the file and the plan as they are, before anything is locked; when the import or
 * the plan moved since the person looked, or since it was computed, nothing is written and they look again. The journal tells the import once, with counts and the hash of the file, and
 * each action that it changed with its fields before and after.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterPlan } from '../plans/enter-plan.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import type { ImportCounts } from './plan-import-store.ts';
import { enterPlanImport, seePlanImport, type CannotSeeImport, type CompareSheet } from './see-plan-import.ts';
import { writeDifference } from './write-difference.ts';

export type ConfirmPlanImport = {
  readonly id: number;
  /** Of the import and of the plan, as the person saw them; `changes` is null for a new plan. */
  readonly version: number;
  readonly changes: number | null;
  /** A plan of this place was already made from these very bytes: make another. */
  readonly sameFile: 'accept' | 'refuse';
  readonly compare: CompareSheet;
};

export type CannotConfirmImport =
  | CannotSeeImport
  | { readonly kind: 'import-changed-meanwhile' }
  | { readonly kind: 'plan-changed-meanwhile' }
  | { readonly kind: 'import-not-ready'; readonly problems: number; readonly questions: number }
  | { readonly kind: 'same-file-again'; readonly plan: number };

export async function confirmPlanImport(
  stores: Stores,
  actor: Actor,
  request: ConfirmPlanImport,
  now: Date,
): Promise<Result<{ readonly plan: number; readonly counts: ImportCounts | null }, CannotConfirmImport>> {
  const looked = await seePlanImport(stores, actor, request);
  if (!looked.ok) return looked;
  const { difference, problems, questions, words } = looked.value;
  return await stores.together(
    async (all): Promise<Result<{ plan: number; counts: ImportCounts | null }, CannotConfirmImport>> => {
      const entered = await enterPlanImport(all, actor, { id: request.id, lock: true });
      if (!entered.ok) return entered;
      const { stored, role, by } = entered.value;
      // Asked twice, done once.
      if (stored.done !== null) return accept({ plan: stored.done.plan, counts: stored.done.counts });
      if (![stored.version, looked.value.stored.version].every((version) => version === request.version))
        return refuse({ kind: 'import-changed-meanwhile' });
      const known = await lockedPlan(all, actor, stored.into);
      if (known === 'gone') return refuse({ kind: 'unknown-import' });
      if (
        known !== null &&
        ![request.changes, looked.value.plan?.changes].every((changes) => changes === known.changes)
      )
        return refuse({ kind: 'plan-changed-meanwhile' });
      const [again] = await all.planImports.doneFrom(stored.place, stored.sha256);
      if (known === null && again !== undefined && request.sameFile === 'refuse')
        return refuse({ kind: 'same-file-again', plan: again.plan });
      if (problems.length + questions.length > 0)
        return refuse({ kind: 'import-not-ready', problems: problems.length, questions: questions.length });
      const { place, title, sha256, format, asWritten } = stored;
      const plan = known?.id ?? (await all.workingPlans.create({ place, title, introduction: '', by, at: now }));
      const { counts, events } = await writeDifference(all, { plan, place, difference, asWritten, by, role, at: now });
      await all.workingPlans.writeWords(plan, words.carried);
      await all.workingPlans.touched(plan, counts.axes > 0 ? 'plan' : 'actions');
      await all.planImports.finish(stored.id, { plan, at: now, counts });
      await all.journal.appendAll([
        {
          at: now,
          act: 'import-plan',
          actor: role,
          subject: { kind: 'plan', id: plan },
          says: {
            by,
            created: known === null,
            title: known === null ? title : null,
            file: sha256,
            format,
            words: words.carried.length,
            ...counts,
          },
        },
        ...events,
      ]);
      return accept({ plan, counts });
    },
  );
}

async function lockedPlan(all: Stores, actor: Actor, into: number | null): Promise<StoredPlan | 'gone' | null> {
  if (into === null) return null;
  const entered = await enterPlan(all, actor, { act: 'change-actions', plan: into, lock: true });
  return entered.ok ? entered.value.plan : 'gone';
}
