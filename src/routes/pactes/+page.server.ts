import type { PageServerLoad } from './$types';
import { idIn } from '#ui/addresses.ts';
import { runtime } from '#server/runtime.ts';
import { pactRows } from '#server/storage/downloads.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const after = idIn(url.searchParams.get('apres') ?? '') ?? 0;
  return pactRows(db, { after, limit: 100 });
};
