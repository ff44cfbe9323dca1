import type { PageServerLoad } from './$types';
import { nationalEditions } from '#server/charters.ts';
import { editionRows } from '#server/edition-lists.ts';

export const load: PageServerLoad = () => {
  const national = new Set(nationalEditions().map(({ id }) => id));
  const rows = editionRows();
  return {
    editions: rows.filter(({ id }) => national.has(id)),
    locals: rows.filter(({ id }) => !national.has(id)),
  };
};
