import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import { commitmentsCsv } from '#server/http/signed-lists.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async ({ params }) => {
  const edition = (editionById(params.edition) ?? error(404)).id;
  const measure = numberIn(params.measure) ?? error(404);
  const { db } = await runtime();
  return commitmentsCsv(db, { name: `${edition}-mesure-${measure}`, wanted: { edition, measure } });
};
