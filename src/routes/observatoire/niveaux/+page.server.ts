import type { PageServerLoad } from './$types';
import { itemRows } from '#ui/observatory/overview-shown.ts';
import { runtime } from '#server/runtime.ts';
import { undatedPart } from '../undated-part.ts';

/** Four queries. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const asks = { url, page: '/niveaux' };
  const { edition, asked, figures, shown } = await undatedPart(db, asks, () => Promise.resolve(null));
  // A principle has no level.
  return { ...shown, items: itemRows(edition, asked, figures.stances).filter(({ item }) => item.startsWith('m')) };
};
