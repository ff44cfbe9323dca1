import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return jsonResponse(`pacte-${id}`, (await pactPage(db, { id })) ?? error(404));
};
