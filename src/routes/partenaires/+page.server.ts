import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { organisationCounts, organisationRows } from '#server/storage/partner-pages.ts';
import { idIn } from '#ui/addresses.ts';

const PAGE = 100;

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const after = idIn(url.searchParams.get('apres') ?? '') ?? 0;
  const [page, counts] = await Promise.all([organisationRows(db, { after, limit: PAGE }), organisationCounts(db)]);
  return {
    counts,
    partners: page.rows.filter(({ state }) => state === 'partner-accepted'),
    others: page.rows.filter(({ state }) => state !== 'partner-accepted'),
    next: page.next,
    now: new Date(),
  };
};
