/** What a town hall looks at to tie its plan to its promises: both lists, what is tied, and what looks alike, with reasons. */
import type { Actor } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { linkKey, type LinkReason } from '#domain/plan/link.ts';
import { promiseKey, promiseWords, type PlacePromise, type PromiseWords } from '#domain/plan/place-promise.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { suggestLinks } from '#reading/links/suggest-links.ts';
import type { StoredAction, StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';

export type LinkedAction = Pick<StoredAction, 'id' | 'number'> & { readonly title: string };
export type SuggestedAction = LinkedAction & { readonly reasons: readonly LinkReason[]; readonly score: number };

export type PromiseWithActions = {
  readonly promise: PlacePromise;
  readonly words: PromiseWords;
  readonly actions: readonly LinkedAction[];
  /** Likeliest first. */
  readonly suggested: readonly SuggestedAction[];
  readonly dismissed: readonly LinkedAction[];
};

export type PlanLinks = {
  readonly plan: StoredPlan;
  readonly promises: readonly PromiseWithActions[];
  readonly actions: readonly LinkedAction[];
  /** Those that carry out no promise of this place. */
  readonly unlinked: readonly LinkedAction[];
};

/** Only of lists that govern, or of which nobody said: an opposition's word is not the plan of the town hall. */
export async function seePlanLinks(
  stores: Stores,
  actor: Actor,
  { plan: id }: { readonly plan: number },
): Promise<Result<PlanLinks, CannotEnterPlan>> {
  const entered = await enterPlan(stores, actor, { act: 'see-plan-work', plan: id, lock: false });
  if (!entered.ok) return entered;
  const { plan } = entered.value;
  const [actions, all, dismissed] = await Promise.all([
    stores.workingPlans.actions(id),
    stores.planLinks.promises(plan.place),
    stores.planLinks.dismissed(id),
  ]);
  const promises = all
    .map((promise) => ({ ...promise, signed: promise.signed.filter(({ inOffice }) => inOffice) }))
    .filter(({ signed }) => signed.length > 0);
  const editions = await editionsOf(stores, promises);
  const worded = promises.map((promise) => ({ promise, words: promiseWords(promise, editionIn(editions, promise)) }));
  const names = new Map(
    actions.map(({ id: action, number, sheet }) => [action, { id: action, number, title: sheet.title }]),
  );
  const linked = actions.flatMap((action) => action.links.map((link) => ({ action: action.id, ...link })));
  const suggestions = suggestLinks({
    actions: actions.map(({ id: action, sheet }) => ({ id: action, title: sheet.title, text: textOf(sheet) })),
    commitments: worded.map(({ promise: { edition, item }, words }) => ({
      edition,
      item,
      title: words.title,
      text: words.parts.flatMap(({ lines }) => lines).join('\n'),
    })),
    editions,
    except: new Set([...linked, ...dismissed].map(linkKey)),
  });
  const of = <Link extends { readonly action: number; readonly edition: string; readonly item: string }>(
    links: readonly Link[],
    promise: PlacePromise,
  ) =>
    links.flatMap((link) => {
      const action = promiseKey(link) === promiseKey(promise) ? names.get(link.action) : undefined;
      return action === undefined ? [] : [{ action, link }];
    });
  const promised = new Set(promises.map(promiseKey));
  const carrying = new Set(linked.filter((link) => promised.has(promiseKey(link))).map(({ action }) => action));
  return accept({
    plan,
    promises: worded.map(({ promise, words }) => ({
      promise,
      words,
      actions: of(linked, promise).map(({ action }) => action),
      dismissed: of(dismissed, promise).map(({ action }) => action),
      suggested: of(suggestions, promise)
        .map(({ action, link }) => ({ ...action, reasons: link.reasons, score: link.score }))
        .toSorted((a, b) => b.score - a.score),
    })),
    actions: [...names.values()],
    unlinked: [...names.values()].filter(({ id: action }) => !carrying.has(action)),
  });
}

function textOf({ texts }: StoredAction['sheet']): string {
  return [texts.objectives, texts.description, texts.context, texts.indicators]
    .filter((text) => text !== null)
    .join('\n');
}

async function editionsOf(stores: Stores, promises: readonly PlacePromise[]): Promise<readonly Edition[]> {
  const ids = [...new Set(promises.map(({ edition }) => edition))];
  const found = await Promise.all(ids.map((id) => stores.editions.find(id)));
  return found.filter((edition) => edition !== null);
}

function editionIn(editions: readonly Edition[], { edition: id }: PlacePromise): Edition | null {
  return editions.find((edition) => edition.id === id) ?? null;
}
