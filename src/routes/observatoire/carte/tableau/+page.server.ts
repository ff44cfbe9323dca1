import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { mapPart } from '../../map-part.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  return await mapPart(db, url);
};
