import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { editionById } from '#server/charters.ts';
import { tallyRows } from '#server/edition-lists.ts';
import { jsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { id } = editionById(params.edition) ?? error(404);
  const { db } = await runtime();
  return jsonResponse(`${id}-decompte`, await tallyRows(db, { id }));
};
