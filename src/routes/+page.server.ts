import type { PageServerLoad } from './$types';
import { homeFigures, latestNews, playedMandate } from '#server/storage/home-page.ts';
import { runtime } from '#server/runtime.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const [figures, news, played] = await Promise.all([homeFigures(db), latestNews(db, { limit: 6 }), playedMandate(db)]);
  return { figures, news, played };
};
