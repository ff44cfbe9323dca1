import type { PageServerLoad } from './$types';
import { MAP_BOX } from '#ui/observatory/map-shapes.ts';
import { runtime } from '#server/runtime.ts';
import { mapPart } from '../map-part.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  return { ...(await mapPart(db, url)), box: MAP_BOX };
};
