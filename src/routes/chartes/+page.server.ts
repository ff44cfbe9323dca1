import type { PageServerLoad } from './$types';
import { nationalEditions } from '#server/charters.ts';
import { editionRows } from '#server/edition-lists.ts';
import { runtime } from '#server/runtime.ts';
import { consultationsComing } from '#server/storage/charter-news.ts';
import { editionWithdrawals } from '#server/storage/edition-withdrawals.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const national = new Set(nationalEditions().map(({ id }) => id));
  const rows = editionRows();
  const [consultations, withdrawals] = await Promise.all([consultationsComing(db, new Date()), editionWithdrawals(db)]);
  const locals = rows.filter(({ id }) => !national.has(id));
  const listed = locals.filter(({ id }) => withdrawals.get(id)?.by !== 'country');
  return {
    consultations,
    editions: rows.filter(({ id }) => national.has(id)).map((row) => ({ ...row, isOffered: !withdrawals.has(row.id) })),
    locals: listed.map((row) => ({ ...row, isOffered: !withdrawals.has(row.id) })),
    leftOut: locals.length - listed.length,
  };
};
