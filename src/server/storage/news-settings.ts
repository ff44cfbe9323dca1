/** How each plan asks for news, and whether they are seen at once. A plan that never said asks only when somebody does. */
import type { Rhythm } from '#domain/plan/action-news.ts';
import type { NewsSetting } from '#domain/plan/news-kept.ts';
import type { Db } from './connection.ts';

export async function newsSetting(db: Db, plan: number): Promise<NewsSetting> {
  const row = await db
    .selectFrom('planNewsSetting')
    .select(['everyMonths', 'atOnce'])
    .where('planId', '=', plan)
    .executeTakeFirst();
  return row ?? { everyMonths: 0, atOnce: false };
}

export async function setNewsSetting(
  db: Db,
  plan: number,
  { everyMonths, atOnce, by, at }: NewsSetting & { readonly by: string; readonly at: Date },
): Promise<void> {
  const setting = { everyMonths, atOnce, changedBy: by, changedAt: at };
  await db
    .insertInto('planNewsSetting')
    .values({ planId: plan, ...setting })
    .onConflict((conflict) => conflict.column('planId').doUpdateSet(setting))
    .execute();
}

export async function newsRhythms(db: Db): Promise<readonly { readonly plan: number; readonly everyMonths: Rhythm }[]> {
  return await db
    .selectFrom('planNewsSetting as s')
    .innerJoin('workingPlan as p', 'p.id', 's.planId')
    .select(['p.id as plan', 's.everyMonths'])
    .where('s.everyMonths', '>', 0)
    .where('p.archivedAt', 'is', null)
    .orderBy('p.id')
    .execute();
}
