/**
 * A news seen by everybody as soon as it came, where its plan chose so. One that holds the name of somebody whose name is not
 * public waits for the next version instead: the town hall looks at it there.
 */
import { newsWords, privateNamesIn } from '#domain/plan/private-names.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';

export async function showAtOnce(
  all: Stores,
  given: { readonly plan: StoredPlan; readonly news: { readonly id: number; readonly words: string } },
  now: Date,
): Promise<{ readonly shown: boolean }> {
  const { plan, news } = given;
  const { atOnce } = await all.news.setting(plan.id);
  if (!atOnce) return { shown: false };
  const words = newsWords({ number: '', words: news.words });
  if (privateNamesIn([words], await all.directory.of(plan.place)).length > 0) return { shown: false };
  await all.news.publishAtOnce(news.id, now);
  return { shown: true };
}
