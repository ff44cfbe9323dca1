import type { PageServerLoad } from './$types';
import { nationalEditions } from '#server/charters.ts';
import { editionRows } from '#server/edition-lists.ts';
import { runtime } from '#server/runtime.ts';
import { consultationsComing } from '#server/storage/charter-news.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const national = new Set(nationalEditions().map(({ id }) => id));
  const rows = editionRows();
  return {
    consultations: await consultationsComing(db, new Date()),
    editions: rows.filter(({ id }) => national.has(id)),
    locals: rows.filter(({ id }) => !national.has(id)),
  };
};
