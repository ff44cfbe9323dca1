import type { PageServerLoad } from './$types';
import { idIn } from '#ui/addresses.ts';
import { runtime } from '#server/runtime.ts';
import { collectiveRows } from '#server/storage/collective-rows.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const q = (url.searchParams.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  const after = idIn(url.searchParams.get('apres') ?? '') ?? 0;
  return { q, ...(await collectiveRows(db, { q, after, limit: 100 })) };
};
