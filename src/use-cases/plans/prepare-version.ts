/**
 * What the next version of a plan would show to everybody, and what keeps it from being published. Read before the act, to
 * be looked at, and again inside it.
 */
import type { Actor } from '#domain/access/gate.ts';
import {
  hiddenAxes,
  versionContent,
  versionDifference,
  type PlanVersionContent,
  type VersionDifference,
} from '#domain/plan/plan-version.ts';
import { newsWords, privateNamesRefused, publicWordsOf, type PrivateNames } from '#domain/plan/private-names.ts';
import { publishedActions } from '#domain/plan/publish-sheet.ts';
import type { SaidNews } from '#domain/plan/news-kept.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';
import type { StoredPlan } from './working-plan-store.ts';

export type VersionObstacle =
  | { readonly kind: 'nothing-public' }
  | { readonly kind: 'numbers-twice'; readonly numbers: readonly string[] }
  /** In the words that would be shown. */
  | PrivateNames;

/** What a lead said, that everybody reads once the version is published. */
export type NewsToShow = SaidNews & { readonly about: { readonly number: string; readonly title: string } };

export type NextVersion = {
  readonly plan: StoredPlan;
  readonly content: PlanVersionContent;
  readonly difference: VersionDifference;
  /** In the order of the actions, the oldest of each first. */
  readonly news: readonly NewsToShow[];
  readonly obstacles: readonly VersionObstacle[];
  /** Actions that are private, and stay with the town hall. */
  readonly leftOut: number;
};

export async function seeNextVersion(
  stores: Stores,
  actor: Actor,
  { plan }: { readonly plan: number },
): Promise<Result<NextVersion, CannotEnterPlan>> {
  const entered = await enterPlan(stores, actor, { act: 'see-plan-work', plan, lock: false });
  if (!entered.ok) return entered;
  return accept(await prepareVersion(stores, entered.value.plan, ''));
}

/** `note`: what goes with the version, as public as the version is. */
export async function prepareVersion(stores: Stores, plan: StoredPlan, note: string): Promise<NextVersion> {
  const [axes, actions, entries, awaiting] = [
    await stores.workingPlans.axes(plan.id),
    await stores.workingPlans.actions(plan.id),
    await stores.directory.of(plan.place),
    Map.groupBy(await stores.news.awaiting(plan.id), ({ action }) => action),
  ];
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const published = publishedActions(actions, { axes, entries: known });
  const last = plan.published?.number ?? 0;
  const content = versionContent({
    plan: plan.id,
    number: last + 1,
    place: { ...plan.place, name: plan.placeName },
    title: plan.title,
    introduction: plan.introduction,
    axes,
    actions: published,
    hidden: hiddenAxes(
      axes,
      actions.map(({ axis, sheet }) => ({ axis, visibility: sheet.visibility })),
    ),
  });
  const before = last === 0 ? null : await stores.planVersions.content(plan.id, last);
  const twice = [...Map.groupBy(content.actions, ({ sheet }) => sheet.number)].filter(([, same]) => same.length > 1);
  const news = content.actions.flatMap(({ id, sheet: { number, title } }) =>
    (awaiting.get(id) ?? []).map((said): NewsToShow => ({ ...said, about: { number, title } })),
  );
  const said = news.map(({ words, about }) => newsWords({ number: about.number, words }));
  const names = privateNamesRefused([...publicWordsOf(content, note), ...said], entries);
  const obstacles: VersionObstacle[] = [];
  if (published.length === 0) obstacles.push({ kind: 'nothing-public' });
  if (twice.length > 0) obstacles.push({ kind: 'numbers-twice', numbers: twice.map(([number]) => number) });
  if (names !== null) obstacles.push(names);
  return {
    plan,
    content,
    difference: versionDifference(before, content),
    news,
    obstacles,
    leftOut: actions.length - published.length,
  };
}
