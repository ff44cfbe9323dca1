import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { idIn } from '#ui/addresses.ts';
import { jsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { planPage } from '#server/storage/plan-page.ts';

export const GET: RequestHandler = async ({ params }) => {
  const id = idIn(params.plan) ?? error(404);
  const { db } = await runtime();
  const [page, actions] = await Promise.all([planPage(db, { id }), actionRows(db, { plan: id })]);
  if (page === null) error(404);
  return jsonResponse(`plan-${id}`, { ...page, actions });
};
