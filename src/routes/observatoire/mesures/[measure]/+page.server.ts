import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { runtime } from '#server/runtime.ts';
import { itemAsked } from '../../item-asked.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const number = numberIn(params.measure) ?? error(404);
  const { db } = await runtime();
  return { number, ...(await itemAsked(db, { url, item: `m${number}` })) };
};
