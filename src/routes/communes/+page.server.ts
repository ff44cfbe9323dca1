import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { pactRows } from '#server/storage/downloads.ts';
import { MOST_FOUND, searchAsked } from './search-asked.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await searchAsked(event);
  if (asked.q !== '') return { ...asked, full: asked.results.length === MOST_FOUND, pacts: [] };
  const { db } = await runtime();
  return { ...asked, full: false, pacts: (await pactRows(db, { limit: 100 })).rows };
};
