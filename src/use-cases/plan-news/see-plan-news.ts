/** What a town hall sees of the news of a plan: who may be asked, who was, what came, what is to be given to somebody else. */
import type { Actor } from '#domain/access/gate.ts';
import { isAskedOf } from '#domain/plan/action-news.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import type { Lead, LeadAction, NewsSetting, SaidNews } from '#domain/plan/news-kept.ts';

export type LeadToAsk = Lead & {
  /** Of this plan, those that are over left out. */
  readonly actions: readonly LeadAction[];
  /** The oldest asking that waits; null: none does. */
  readonly waitingSince: Date | null;
};

type Titled = { readonly number: string; readonly title: string };

export type PlanNews = {
  readonly plan: StoredPlan;
  readonly setting: NewsSetting;
  readonly leads: readonly LeadToAsk[];
  /** Newest first. */
  readonly news: readonly (SaidNews & { readonly about: Titled })[];
  /** Given back by who is still written as their lead, or led by who left and not over. */
  readonly toReassign: readonly (Titled & {
    readonly id: number;
    readonly by: string;
    readonly left: boolean;
    readonly words: string;
  })[];
};

const NEWS_SHOWN = 200;

export async function seePlanNews(
  stores: Stores,
  actor: Actor,
  { plan: id }: { readonly plan: number },
): Promise<Result<PlanNews, CannotEnterPlan>> {
  const entered = await enterPlan(stores, actor, { act: 'see-plan-work', plan: id, lock: false });
  if (!entered.ok) return entered;
  const [setting, leads, news, { rows }] = await Promise.all([
    stores.news.setting(id),
    stores.news.leads(id),
    stores.news.ofPlan(id, { limit: NEWS_SHOWN }),
    stores.workingPlans.overview(id),
  ]);
  const titles = new Map(rows.map((row) => [row.id, { number: row.number, title: row.title }]));
  const led = await stores.news.actionsOf(leads.map(({ entry }) => entry));
  const theirs = leads.map((lead) => ({ lead, all: led.get(lead.entry) ?? [] }));
  const toReassign = theirs.flatMap(({ lead, all }) => {
    const left = lead.leftOn !== null;
    return all
      .filter((action) => action.plan === id && (action.declined || (left && isAskedOf(action.status))))
      .map((action) => {
        const said = news.find(
          (one) => one.action === action.id && one.entry === lead.entry && one.kind === 'not-mine',
        );
        const { id: of, number, title } = action;
        return { id: of, number, title, by: lead.name, left, words: said?.words ?? '' };
      });
  });
  return accept({
    plan: entered.value.plan,
    setting,
    leads: theirs.map(({ lead, all }) => {
      const actions = all.filter((action) => action.plan === id && !action.declined && isAskedOf(action.status));
      const since = actions.flatMap(({ askedAt }) => askedAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
      return { ...lead, actions, waitingSince: since[0] ?? null };
    }),
    news: news.flatMap((one) => {
      const about = titles.get(one.action);
      return about === undefined ? [] : [{ ...one, about }];
    }),
    toReassign,
  });
}
