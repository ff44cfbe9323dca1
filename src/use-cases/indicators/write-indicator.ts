/** A town hall writes what it counts: new, made from the words of a charter, or changed. */
import type { Actor } from '#domain/access/gate.ts';
import {
  readIndicatorWords,
  type BadIndicator,
  type IndicatorValue,
  type IndicatorWords,
} from '#domain/plan/indicator.ts';
import { indicatorWords, privateNamesRefused, type PrivateNames } from '#domain/plan/private-names.ts';
import { canonicalJson, type Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan, type InPlan } from '../plans/enter-plan.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import type { IndicatorLink, OfferedFrom, StoredIndicator } from '#domain/plan/indicator-kept.ts';

export type CannotWriteIndicator =
  | CannotEnterPlan
  | BadIndicator
  | PrivateNames
  | { readonly kind: 'unknown-indicator' | 'indicator-changed' | 'unknown-promise' | 'unknown-action' };

export type AddIndicator = {
  readonly plan: number;
  readonly words: IndicatorWords;
  /** Made from the words of a charter: it is about that promise, and aims at what was signed of it. */
  readonly offered: (OfferedFrom & { readonly target: IndicatorValue | null }) | null;
};

export async function addIndicator(
  stores: Stores,
  actor: Actor,
  request: Sent & AddIndicator,
  now: Date,
): Promise<Result<{ readonly indicator: number }, CannotWriteIndicator>> {
  const { plan: id, offered } = request;
  const words = readIndicatorWords(request.words);
  if (!words.ok) return words;
  const once = { actor, act: 'change-indicators', request, now } as const;
  return await sentOnce<{ readonly indicator: number }, CannotWriteIndicator>(stores, once, async (all) => {
    const entered = await enterPlan(all, actor, { act: 'change-indicators', plan: id, lock: true });
    if (!entered.ok) return entered;
    const from = offered === null ? null : withoutTarget(offered);
    const indicator = await all.indicators.create({ plan: id, words: words.value, offered: from, at: now });
    if (offered !== null) {
      const { edition, measure, target } = offered;
      await all.indicators.tie(indicator, { actions: [], commitments: [{ edition, item: `m${measure}` }] });
      if (target !== null) await all.indicators.put(indicator, [target], { by: 'town-hall', at: now });
    }
    const changes = changesOf({}, { ...words.value });
    await record(all, entered.value, { act: 'add-indicator', indicator, now, changes });
    return accept({ indicator });
  });
}

function withoutTarget({ edition, measure, level, clause, quote, signed = null }: OfferedFrom): OfferedFrom {
  return { edition, measure, level, clause, quote, signed };
}

export async function changeIndicator(
  stores: Stores,
  actor: Actor,
  request: {
    readonly plan: number;
    readonly indicator: number;
    readonly version: number;
    readonly words: IndicatorWords;
  },
  now: Date,
): Promise<Result<null, CannotWriteIndicator>> {
  const words = readIndicatorWords(request.words);
  if (!words.ok) return words;
  return await change<null, CannotWriteIndicator>(stores, actor, request, async (all, entered, found) => {
    const { version } = request;
    const names = await namesShown(all, entered, { ...found, ...words.value });
    if (names !== null) return refuse(names);
    if (!(await all.indicators.rewrite({ id: found.id, version }, words.value, now))) {
      return refuse({ kind: 'indicator-changed' });
    }
    const { title, unit, source, description, goal } = found;
    const changes = changesOf({ title, unit, source, description, goal }, { ...words.value });
    await record(all, entered, { act: 'change-indicator', indicator: found.id, now, changes });
    return accept(null);
  });
}

/** What it is about: actions of its plan, promises of its place; anything else is refused and nothing changes. */
export async function tieIndicator(
  stores: Stores,
  actor: Actor,
  request: {
    readonly plan: number;
    readonly indicator: number;
    readonly actions: readonly number[];
    readonly commitments: readonly IndicatorLink[];
  },
  now: Date,
): Promise<Result<null, CannotWriteIndicator>> {
  return await change<null, CannotWriteIndicator>(stores, actor, request, async (all, entered, found) => {
    const { actions, commitments } = request;
    const { rows } = await all.workingPlans.overview(request.plan);
    if (!actions.every((id) => rows.some((row) => row.id === id))) return refuse({ kind: 'unknown-action' });
    const promises = await all.planLinks.promises(entered.plan.place);
    const isPromised = (link: IndicatorLink) =>
      promises.some(({ edition, item }) => edition === link.edition && item === link.item);
    // One that is there already stays, though its pact was corrected since.
    const isThere = (link: IndicatorLink) =>
      found.commitments.some(({ edition, item }) => edition === link.edition && item === link.item);
    if (!commitments.every((link) => isPromised(link) || isThere(link))) return refuse({ kind: 'unknown-promise' });
    await all.indicators.tie(found.id, { actions, commitments });
    const before = { actions: [...found.actions], commitments: found.commitments.map(toJson) };
    const changes = changesOf(before, { actions: [...actions], commitments: commitments.map(toJson) });
    await record(all, entered, { act: 'tie-indicator', indicator: found.id, now, changes });
    return accept(null);
  });
}

/** Shown to everybody with its figures, hidden again, or removed; its figures stay in the history. */
export async function showIndicator(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly indicator: number; readonly what: 'show' | 'hide' | 'remove' },
  now: Date,
): Promise<Result<null, CannotWriteIndicator>> {
  return await change(
    stores,
    actor,
    request,
    async (all, entered, found) => {
      const names = request.what === 'show' ? await namesShown(all, entered, { ...found, publishedAt: now }) : null;
      if (names !== null) return refuse(names);
      if (request.what === 'remove') await all.indicators.remove(found.id, now);
      else await all.indicators.show(found.id, request.what === 'show' ? (found.publishedAt ?? now) : null);
      await record(all, entered, { act: `${request.what}-indicator`, indicator: found.id, now });
      return accept(null);
    },
    'show-indicator',
  );
}

/** What everybody would read of it names somebody whose name is not public; null: nobody, or it is shown to nobody. */
export async function namesShown(
  all: Stores,
  { plan }: InPlan,
  indicator: Omit<StoredIndicator, 'values'> & { readonly values: readonly Pick<IndicatorValue, 'territory'>[] },
): Promise<PrivateNames | null> {
  if (indicator.publishedAt === null) return null;
  return privateNamesRefused(indicatorWords(indicator, indicator.values), await all.directory.of(plan.place));
}

/** Found through its plan, which nobody else changes meanwhile. */
export async function change<Value, Refusal>(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly indicator: number },
  work: (all: Stores, entered: InPlan, found: StoredIndicator) => Promise<Result<Value, Refusal>>,
  act: 'change-indicators' | 'show-indicator' = 'change-indicators',
): Promise<Result<Value, Refusal | CannotEnterPlan | { readonly kind: 'unknown-indicator' }>> {
  type Refusals = Refusal | CannotEnterPlan | { readonly kind: 'unknown-indicator' };
  return await stores.together<Value, Refusals>(async (all): Promise<Result<Value, Refusals>> => {
    const entered = await enterPlan(all, actor, { act, plan: request.plan, lock: true });
    if (!entered.ok) return entered;
    const found = await all.indicators.find({ plan: request.plan, id: request.indicator });
    if (found === null) return refuse({ kind: 'unknown-indicator' });
    return await work(all, entered.value, found);
  });
}

export async function record(
  all: Stores,
  { plan, role, by }: InPlan,
  {
    act,
    indicator,
    now,
    changes = {},
  }: { readonly act: string; readonly indicator: number; readonly now: Date; readonly changes?: Changes },
): Promise<void> {
  const subject = { kind: 'plan', id: plan.id } as const;
  await all.journal.append({ at: now, act, actor: role, subject, says: { by, indicator, changes } });
}

/** As the journal tells the changes of a sheet: what is not there was not changed. */
export type Changes = Readonly<Record<string, { readonly before: Json; readonly after: Json }>>;

type Fields = Readonly<Record<string, Json>>;

/** Of each field that differs; one that was not there before is null. */
function changesOf(before: Fields, after: Fields): Changes {
  return Object.fromEntries(
    Object.entries(after).flatMap(([field, said]) => {
      const was = before[field] ?? null;
      return canonicalJson(was) === canonicalJson(said) ? [] : [[field, { before: was, after: said }]];
    }),
  );
}

function toJson({ edition, item }: IndicatorLink): Json {
  return { edition, item };
}
