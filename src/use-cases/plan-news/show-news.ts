/** What a town hall decides of news: how often it asks by itself, whether they are seen at once, and which stay inside. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { Stores } from '../stores.ts';
import type { NewsSetting } from '#domain/plan/news-kept.ts';
import { showAtOnce } from './show-at-once.ts';

export async function setNewsRhythm(
  stores: Stores,
  actor: Actor,
  { plan: id, ...setting }: NewsSetting & { readonly plan: number },
  now: Date,
): Promise<Result<null, CannotEnterPlan>> {
  return await stores.together<null, CannotEnterPlan>(async (all) => {
    const entered = await enterPlan(all, actor, { act: 'ask-news', plan: id, lock: true });
    if (!entered.ok) return entered;
    const { role, by } = entered.value;
    await all.news.set(id, { ...setting, by: role, at: now });
    const subject = { kind: 'plan', id } as const;
    await all.journal.append({ at: now, act: 'set-news-rhythm', actor: role, subject, says: { by, ...setting } });
    return accept(null);
  });
}

export type CannotShowNews = CannotEnterPlan | { readonly kind: 'unknown-news' };

/** Kept inside whatever is published later, or inside no more: seen with the next version, or at once where the plan does so. */
export async function showNews(
  stores: Stores,
  actor: Actor,
  { plan: id, news, hidden }: { readonly plan: number; readonly news: number; readonly hidden: boolean },
  now: Date,
): Promise<Result<null, CannotShowNews>> {
  return await stores.together<null, CannotShowNews>(async (all) => {
    const entered = await enterPlan(all, actor, { act: 'show-news', plan: id, lock: true });
    if (!entered.ok) return entered;
    const { plan, role, by } = entered.value;
    const found = await all.news.find({ plan: id, id: news });
    if (found === null) return refuse({ kind: 'unknown-news' });
    await all.news.keepInside(news, hidden ? now : null);
    // Whoever was about to publish did not see that it would be shown: they look again.
    if (!hidden && !(await showAtOnce(all, { plan, news: found }, now)).shown) {
      await all.workingPlans.touched(id, 'actions');
    }
    const subject = { kind: 'plan', id } as const;
    await all.journal.append({
      at: now,
      act: hidden ? 'hide-news' : 'show-news',
      actor: role,
      subject,
      says: { by, news },
    });
    return accept(null);
  });
}
