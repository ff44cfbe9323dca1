/**
 * A plan that was read from a document (PDF, DOCX, ODT, text) becomes a plan to work on, without being made public first:
 * what its sheets say goes into the texts, each action carries its passage, and nothing typed is guessed from words.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { fieldsOf } from '#domain/plan/sheet-fields.ts';
import { takenUp } from '#domain/plan/take-up.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterDraft, type CannotEnter } from '../drafts/enter-draft.ts';
import { decisionsInForce } from '../drafts/see-draft.ts';
import { planFrom, type NotMade } from '../drafts/review/reviewed-draft.ts';
import { byOf } from '../plans/enter-plan.ts';
import type { DraftKey, Stores } from '../stores.ts';

export type ImportDraft = {
  readonly place: PlaceCode;
  readonly draft: DraftKey;
  /** `accept` takes doubtful readings as they are; `refuse` waits until somebody decided each of them. */
  readonly doubts: 'refuse' | 'accept';
};

export type CannotImportDraft =
  NotAllowed | CannotEnter | NotMade | { readonly kind: 'unknown-place' } | { readonly kind: 'no-plan-read' };

export async function importDraft(
  stores: Stores,
  actor: Actor,
  { place, draft: key, doubts }: ImportDraft,
  now: Date,
): Promise<Result<{ readonly plan: number; readonly actions: number }, CannotImportDraft>> {
  const passed = pass(actor, { act: 'create-plan', state: 'none', concerns: { places: [place] } });
  if (!passed.ok) return passed;
  const reader: Actor = 'token' in key ? { kind: 'draft-holder', token: key.token } : actor;
  return await stores.together(async (all): Promise<Result<{ plan: number; actions: number }, CannotImportDraft>> => {
    if (!(await all.places.exists(place))) return refuse({ kind: 'unknown-place' });
    const entered = await enterDraft(all, reader, { act: 'see-draft', key, now, lock: false });
    if (!entered.ok) return entered;
    const draft = entered.value;
    if (draft.reading.kind !== 'plan') return refuse({ kind: 'no-plan-read' });
    const decisions = decisionsInForce(await all.drafts.decisions(draft.id));
    const made = planFrom({
      draft: { reading: draft.reading, choices: { ...draft.choices, place } },
      decisions,
      doubts,
    });
    if (!made.ok) return made;
    const by = byOf(actor);
    const { plan, actions } = await writePlan(all, { read: made.value.plan, place, by, at: now });
    await all.journal.appendAll([
      {
        at: now,
        act: 'import-plan',
        actor: passed.value,
        subject: { kind: 'plan', id: plan },
        says: { by, created: true, file: draft.sha256, format: 'document', doubts, added: actions.length },
      },
      ...actions.map(({ id, after }) => ({
        at: now,
        act: 'import-action',
        actor: passed.value,
        subject: { kind: 'action', id } as const,
        says: { by, plan, version: 1, after },
      })),
    ]);
    return accept({ plan, actions: actions.length });
  });
}

async function writePlan(
  all: Stores,
  { read, place, by, at }: { readonly read: Plan; readonly place: PlaceCode; readonly by: string; readonly at: Date },
) {
  const { title, axes, actions } = takenUp({
    title: read.title,
    axes: read.axes.map(({ number, title: named, subAxes }) => ({
      number,
      title: named,
      subAxes: subAxes.map((sub) => sub.title),
    })),
    actions: read.actions.map((action, at_) => ({ ...action, id: at_ })),
  });
  const plan = await all.workingPlans.create({ place, title, introduction: '', by, at });
  const numbers = new Map<string, number>();
  for (const { key, parent, number, title: named } of axes) {
    const above = parent === null ? null : (numbers.get(parent) ?? null);
    numbers.set(key, await all.workingPlans.addAxis(plan, { parent: above, number, title: named, description: '' }));
  }
  const made = actions.map(({ id, number, axis, sheet, asWritten }) => ({
    plan,
    number,
    axis: axis === null ? null : (numbers.get(axis) ?? null),
    sheet,
    asWritten: {
      ...(asWritten ?? { leads: null, amounts: [], dates: [] }),
      passage: (read.actions[id]?.quotations ?? []).map(({ text }) => text).join('\n[…]\n'),
    },
    at,
  }));
  const ids = await all.workingPlans.addActions(made);
  return { plan, actions: made.map((action, index) => ({ id: ids[index] ?? 0, after: fieldsOf(action) })) };
}
