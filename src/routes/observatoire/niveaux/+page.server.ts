import type { PageServerLoad } from './$types';
import { itemRows } from '#ui/observatory/overview-shown.ts';
import { runtime } from '#server/runtime.ts';
import { undatedPart } from '../undated-part.ts';

/** Four queries. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const { edition, figures, ...shown } = await undatedPart(db, url.searchParams, () => Promise.resolve(null));
  return {
    ...shown,
    edition: { id: edition.id, title: edition.title },
    // A principle has no level.
    items: itemRows(edition, shown.asked, figures.stances).filter(({ item }) => item.startsWith('m')),
  };
};
