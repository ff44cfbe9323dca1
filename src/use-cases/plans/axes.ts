/** Axes of a plan: added, renamed, moved, removed. Three levels at most. */
import type { Actor } from '#domain/access/gate.ts';
import { tidyLine, tidyText } from '#domain/plan/check-sheet.ts';
import { isPlanNumber, nextAxisNumber } from '#domain/plan/numbering.ts';
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from './enter-plan.ts';

export const AXIS_LEVELS = 3;

export type AxisWords = { readonly number: string; readonly title: string; readonly description: string };

export type CannotChangeAxes =
  | CannotEnterPlan
  | { readonly kind: 'unknown-axis' }
  | { readonly kind: 'axis-title-missing' }
  | { readonly kind: 'axis-words-too-long'; readonly field: 'title' | 'description'; readonly most: number }
  | { readonly kind: 'axis-number-wrong'; readonly number: string }
  | { readonly kind: 'axis-number-taken'; readonly number: string }
  | { readonly kind: 'axis-too-deep'; readonly most: number }
  /** It would be under itself. */
  | { readonly kind: 'axis-in-itself' }
  | { readonly kind: 'axis-holds'; readonly axes: number; readonly actions: number }
  | { readonly kind: 'axis-edited-meanwhile'; readonly theirs: AxisWords; readonly yours: AxisWords };

/** `number` empty: the next one is given. */
export async function addAxis(
  stores: Stores,
  actor: Actor,
  request: Sent & AxisWords & { readonly plan: number; readonly parent: number | null },
  now: Date,
): Promise<Result<{ readonly axis: number; readonly number: string }, CannotChangeAxes>> {
  return await inPlan(stores, { actor, plan: request.plan, now, act: 'add-axis', request }, async (all, axes) => {
    const { parent } = request;
    if (parent !== null && !axes.some(({ id }) => id === parent)) return refuse({ kind: 'unknown-axis' });
    if (depthOf(axes, parent) >= AXIS_LEVELS) return refuse({ kind: 'axis-too-deep', most: AXIS_LEVELS });
    const words = readAxisWords({ ...request, number: request.number.trim() || nextAxisNumber(axes, parent) }, axes);
    if (!words.ok) return words;
    const axis = await all.workingPlans.addAxis(request.plan, { parent, ...words.value });
    return accept({ value: { axis, number: words.value.number }, says: { axis, parent, ...words.value } });
  });
}

/** `seen`: the words that the person had before their eyes; somebody else may have changed them since. */
export async function changeAxis(
  stores: Stores,
  actor: Actor,
  request: AxisWords & { readonly plan: number; readonly axis: number; readonly seen: AxisWords },
  now: Date,
): Promise<Result<null, CannotChangeAxes>> {
  return await inPlan(stores, { actor, plan: request.plan, now, act: 'change-axis' }, async (all, axes) => {
    const axis = axes.find(({ id }) => id === request.axis);
    if (axis === undefined) return refuse({ kind: 'unknown-axis' });
    const words = readAxisWords(request, axes, axis.id);
    if (!words.ok) return words;
    const before = wordsOf(axis);
    if (same(before, words.value)) return accept({ value: null, says: null });
    if (!same(before, wordsOf(request.seen))) {
      return refuse({ kind: 'axis-edited-meanwhile', theirs: before, yours: words.value });
    }
    await all.workingPlans.changeAxis(request.plan, { id: axis.id, ...words.value });
    return accept({ value: null, says: { axis: axis.id, before, after: words.value } });
  });
}

/** `step`: one place up or down among those beside it. `into`: under `parent`, before `before`, or last when null. */
export type AxisMove =
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  | { readonly kind: 'into'; readonly parent: number | null; readonly before: number | null };

export async function moveAxis(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly axis: number; readonly to: AxisMove },
  now: Date,
): Promise<Result<null, CannotChangeAxes>> {
  return await inPlan(stores, { actor, plan: request.plan, now, act: 'move-axis' }, async (all, axes) => {
    const axis = axes.find(({ id }) => id === request.axis);
    if (axis === undefined) return refuse({ kind: 'unknown-axis' });
    const { to } = request;
    const parent = to.kind === 'step' ? axis.parent : to.parent;
    if (parent !== null && !axes.some(({ id }) => id === parent)) return refuse({ kind: 'unknown-axis' });
    if (isUnder(axes, parent, axis.id)) return refuse({ kind: 'axis-in-itself' });
    if (depthOf(axes, parent) + heightOf(axes, axis.id) > AXIS_LEVELS) {
      return refuse({ kind: 'axis-too-deep', most: AXIS_LEVELS });
    }
    const beside = axes.filter((other) => other.parent === parent && other.id !== axis.id).map(({ id }) => id);
    const place = to.kind === 'step' ? placeAfterStep(axes, axis, to.by) : placeBefore(beside, to.before);
    const order = beside.toSpliced(place, 0, axis.id);
    await all.workingPlans.orderAxes(request.plan, { parent, axes: order });
    return accept({ value: null, says: { axis: axis.id, parent, order } });
  });
}

/** Only when it holds nothing: what it holds is moved first, by somebody who looks. */
export async function removeAxis(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly axis: number },
  now: Date,
): Promise<Result<null, CannotChangeAxes>> {
  return await inPlan(stores, { actor, plan: request.plan, now, act: 'remove-axis' }, async (all, axes) => {
    const axis = axes.find(({ id }) => id === request.axis);
    if (axis === undefined) return refuse({ kind: 'unknown-axis' });
    const held = axes.filter(({ parent }) => parent === axis.id).length;
    const { rows } = await all.workingPlans.overview(request.plan);
    const actions = rows.filter((row) => row.axis === axis.id).length;
    if (held + actions > 0) return refuse({ kind: 'axis-holds', axes: held, actions });
    await all.workingPlans.removeAxis(request.plan, axis.id);
    return accept({ value: null, says: { axis: axis.id, before: wordsOf(axis) } });
  });
}

type Act = 'add-axis' | 'change-axis' | 'move-axis' | 'remove-axis';
type Outcome<Value> = { readonly value: Value; readonly says: { readonly [key: string]: Json } | null };

/** The right is one (`change-plan`), the journal tells which of the four was done. */
async function inPlan<Value extends Json>(
  stores: Stores,
  { actor, plan, now, act, request = {} }: { actor: Actor; plan: number; now: Date; act: Act; request?: Sent },
  work: (all: Stores, axes: readonly PlanAxis[], inside: InPlan) => Promise<Result<Outcome<Value>, CannotChangeAxes>>,
): Promise<Result<Value, CannotChangeAxes>> {
  const once = { actor, act: 'change-plan', request, now } as const;
  return await sentOnce<Value, CannotChangeAxes>(stores, once, async (all) => {
    const entered = await enterPlan(all, actor, { act: 'change-plan', plan, lock: true });
    if (!entered.ok) return entered;
    const done = await work(all, await all.workingPlans.axes(plan), entered.value);
    if (!done.ok) return done;
    const { value, says } = done.value;
    if (says === null) return accept(value);
    await all.workingPlans.touched(plan, 'plan');
    const { role, by } = entered.value;
    await all.journal.append({
      at: now,
      act,
      actor: role,
      subject: { kind: 'plan', id: plan },
      says: { by, ...says },
    });
    return accept(value);
  });
}

function readAxisWords(
  typed: AxisWords,
  axes: readonly PlanAxis[],
  self: number | null = null,
): Result<AxisWords, CannotChangeAxes> {
  const number = typed.number.trim();
  const title = tidyLine(typed.title);
  const description = tidyText(typed.description);
  if (title === '') return refuse({ kind: 'axis-title-missing' });
  if ([...title].length > 300) return refuse({ kind: 'axis-words-too-long', field: 'title', most: 300 });
  if ([...description].length > 20_000) {
    return refuse({ kind: 'axis-words-too-long', field: 'description', most: 20_000 });
  }
  if (!isPlanNumber(number)) return refuse({ kind: 'axis-number-wrong', number });
  if (axes.some((axis) => axis.number === number && axis.id !== self)) {
    return refuse({ kind: 'axis-number-taken', number });
  }
  return accept({ number, title, description });
}

function wordsOf({ number, title, description }: AxisWords): AxisWords {
  return { number, title: tidyLine(title), description: tidyText(description) };
}

function same(one: AxisWords, other: AxisWords): boolean {
  return one.number === other.number && one.title === other.title && one.description === other.description;
}

/** How many levels there are down to it, itself included; 0 for the top. */
function depthOf(axes: readonly PlanAxis[], axis: number | null): number {
  if (axis === null) return 0;
  return 1 + depthOf(axes, axes.find(({ id }) => id === axis)?.parent ?? null);
}

/** How many levels it and what it holds make. */
function heightOf(axes: readonly PlanAxis[], axis: number): number {
  return 1 + Math.max(0, ...axes.filter(({ parent }) => parent === axis).map(({ id }) => heightOf(axes, id)));
}

function isUnder(axes: readonly PlanAxis[], axis: number | null, top: number): boolean {
  if (axis === null) return false;
  return axis === top || isUnder(axes, axes.find(({ id }) => id === axis)?.parent ?? null, top);
}

function placeAfterStep(axes: readonly PlanAxis[], axis: PlanAxis, by: -1 | 1): number {
  const beside = axes.filter(({ parent }) => parent === axis.parent).map(({ id }) => id);
  return Math.max(0, Math.min(beside.length - 1, beside.indexOf(axis.id) + by));
}

/** Of an order without what is moved. */
export function placeBefore(order: readonly number[], before: number | null): number {
  const place = before === null ? -1 : order.indexOf(before);
  return place === -1 ? order.length : place;
}
