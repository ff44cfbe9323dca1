import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { areaIn } from '#domain/observatory/cell.ts';
import { runtime } from '#server/runtime.ts';
import { areaAsked } from '../../area-asked.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const area = areaIn(`r-${params.code}`);
  if (area?.kind !== 'region') error(404);
  const { db } = await runtime();
  return await areaAsked(db, { url, area });
};
