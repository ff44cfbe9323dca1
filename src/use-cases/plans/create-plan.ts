/** A town hall begins a plan. Nobody else sees anything of it before it is published. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { tidyLine, tidyText } from '#domain/plan/check-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { byOf } from './enter-plan.ts';

export const MOST_TITLE = 300;
export const MOST_INTRODUCTION = 20_000;

export type PlanWords = { readonly title: string; readonly introduction: string };

export type BadPlanWords =
  | { readonly kind: 'plan-title-missing' }
  | { readonly kind: 'plan-title-too-long'; readonly most: number }
  | { readonly kind: 'introduction-too-long'; readonly most: number };

export type CannotCreatePlan = NotAllowed | BadPlanWords | { readonly kind: 'unknown-place' };

export type CreatePlan = PlanWords & { readonly place: PlaceCode };

export async function createPlan(
  stores: Stores,
  actor: Actor,
  request: Sent & CreatePlan,
  now: Date,
): Promise<Result<{ readonly plan: number }, CannotCreatePlan>> {
  const { place } = request;
  const passed = pass(actor, { act: 'create-plan', state: 'none', concerns: { places: [place] } });
  if (!passed.ok) return passed;
  const words = readPlanWords(request);
  if (!words.ok) return words;
  return await sentOnce(
    stores,
    { actor, act: 'create-plan', request, now },
    async (all): Promise<Result<{ plan: number }, CannotCreatePlan>> => {
      if (!(await all.places.exists(place))) return refuse({ kind: 'unknown-place' });
      const by = byOf(actor);
      const plan = await all.workingPlans.create({ place, ...words.value, by, at: now });
      await all.journal.append({
        at: now,
        act: 'create-plan',
        actor: passed.value,
        subject: { kind: 'plan', id: plan },
        says: { by, ...words.value },
      });
      return accept({ plan });
    },
  );
}

export function readPlanWords(typed: PlanWords): Result<PlanWords, BadPlanWords> {
  const title = tidyLine(typed.title);
  const introduction = tidyText(typed.introduction);
  if (title === '') return refuse({ kind: 'plan-title-missing' });
  if ([...title].length > MOST_TITLE) return refuse({ kind: 'plan-title-too-long', most: MOST_TITLE });
  if ([...introduction].length > MOST_INTRODUCTION) {
    return refuse({ kind: 'introduction-too-long', most: MOST_INTRODUCTION });
  }
  return accept({ title, introduction });
}
