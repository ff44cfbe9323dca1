import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { itemAsked } from '../../item-asked.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  if (!/^[A-Z]$/.test(params.letter)) error(404);
  const { db } = await runtime();
  return await itemAsked(db, { url, item: `p${params.letter}` });
};
