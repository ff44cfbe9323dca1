/** Figures of an indicator: pasted from a spreadsheet, seen first with all that is wrong, then kept whole or not at all. */
import type { Actor } from '#domain/access/gate.ts';
import { valueKey, type IndicatorValue } from '#domain/plan/indicator.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { FigureFault, NoFigures } from '#domain/plan/figures-read.ts';
import type { PrivateNames } from '#domain/plan/private-names.ts';
import { readFigures } from '#reading/figures/read-figures.ts';
import type { CannotEnterPlan } from '../plans/enter-plan.ts';
import { enterPlan } from '../plans/enter-plan.ts';
import type { Stores } from '../stores.ts';
import type { StoredIndicator } from '#domain/plan/indicator-kept.ts';
import { change, namesShown, record } from './write-indicator.ts';

/** What would change: nothing is written yet. */
export type FiguresToEnter = {
  readonly added: readonly (IndicatorValue & { readonly cell: string })[];
  readonly replaced: readonly (IndicatorValue & { readonly cell: string; readonly before: number })[];
  /** Kept already, as they are. */
  readonly same: number;
  readonly faults: readonly FigureFault[];
  readonly unknown: number;
  readonly leftOut: readonly string[];
};

export type CannotEnterFigures =
  | CannotEnterPlan
  | NoFigures
  | PrivateNames
  | { readonly kind: 'unknown-indicator' }
  | { readonly kind: 'figure-faults'; readonly faults: readonly FigureFault[] }
  | { readonly kind: 'too-many-territories'; readonly limit: number };

const MOST_TERRITORIES = 50;

type Request = { readonly plan: number; readonly indicator: number; readonly pasted: string };

export async function previewFigures(
  stores: Stores,
  actor: Actor,
  { plan, indicator, pasted }: Request,
): Promise<Result<FiguresToEnter, CannotEnterFigures>> {
  const entered = await enterPlan(stores, actor, { act: 'change-indicators', plan, lock: false });
  if (!entered.ok) return entered;
  const found = await stores.indicators.find({ plan, id: indicator });
  return found === null ? refuse({ kind: 'unknown-indicator' }) : compared(found, pasted);
}

/** Refused whole while one cell is wrong: half a series would lie. */
export async function enterFigures(
  stores: Stores,
  actor: Actor,
  request: Request,
  now: Date,
): Promise<Result<FiguresToEnter, CannotEnterFigures>> {
  return await change<FiguresToEnter, CannotEnterFigures>(stores, actor, request, async (all, entered, found) => {
    const read = compared(found, request.pasted);
    if (!read.ok) return read;
    const { faults, added, replaced } = read.value;
    if (faults.length > 0) return refuse({ kind: 'figure-faults', faults });
    const territories = new Set([...found.values, ...added].map(({ territory }) => territory.toLowerCase()));
    if (territories.size > MOST_TERRITORIES) return refuse({ kind: 'too-many-territories', limit: MOST_TERRITORIES });
    const names = await namesShown(all, entered, { ...found, values: [...found.values, ...added] });
    if (names !== null) return refuse(names);
    await all.indicators.put(found.id, [...added, ...replaced], { by: 'town-hall', at: now });
    if (added.length + replaced.length > 0) {
      const figures = [...added.map((one) => ({ ...one, before: null })), ...replaced];
      const changes = Object.fromEntries(
        figures.map((one) => [valueKey(one), { before: one.before, after: one.value }]),
      );
      await record(all, entered, { act: 'enter-figures', indicator: found.id, now, changes });
    }
    return read;
  });
}

function compared(found: StoredIndicator, pasted: string): Result<FiguresToEnter, NoFigures> {
  const read = readFigures(pasted, { unit: found.unit });
  if ('kind' in read) return refuse(read);
  const there = new Map(found.values.map((value) => [valueKey(value), value.value]));
  const added = read.values.filter((value) => !there.has(valueKey(value)));
  const replaced = read.values.flatMap((value) => {
    const before = there.get(valueKey(value));
    return before === undefined || before === value.value ? [] : [{ ...value, before }];
  });
  const { faults, unknown, leftOut } = read;
  const same = read.values.length - added.length - replaced.length;
  return accept({ added, replaced, same, faults, unknown, leftOut });
}

/** A figure that should not be there; it stays in the history. */
export async function takeFigureBack(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly indicator: number; readonly value: number },
  now: Date,
): Promise<Result<null, CannotEnterPlan | { readonly kind: 'unknown-indicator' | 'unknown-figure' }>> {
  type Refusal = CannotEnterPlan | { readonly kind: 'unknown-indicator' | 'unknown-figure' };
  return await change<null, Refusal>(stores, actor, request, async (all, entered, found) => {
    const given = { by: 'town-hall', at: now };
    if (!(await all.indicators.takeBack({ indicator: found.id, id: request.value }, given))) {
      return refuse({ kind: 'unknown-figure' });
    }
    const taken = found.values.find(({ id }) => id === request.value);
    const changes = taken === undefined ? {} : { [valueKey(taken)]: { before: taken.value, after: null } };
    await record(all, entered, { act: 'take-figure-back', indicator: found.id, now, changes });
    return accept(null);
  });
}
