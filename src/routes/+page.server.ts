import type { PageServerLoad } from './$types';
import { consultationsComing } from '#server/storage/charter-news.ts';
import { homeFigures, latestNews, playedMandate } from '#server/storage/home-page.ts';
import { runtime } from '#server/runtime.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const [figures, news, played, consultations] = await Promise.all([
    homeFigures(db),
    latestNews(db, { limit: 6 }),
    playedMandate(db),
    consultationsComing(db, new Date()),
  ]);
  return { figures, news, played, consultations };
};
