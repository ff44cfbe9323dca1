import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { idIn } from '#ui/addresses.ts';
import { jsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { pactPage } from '#server/storage/pact-page.ts';

export const GET: RequestHandler = async ({ params }) => {
  const id = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  return jsonResponse(`pacte-${id}`, (await pactPage(db, { id })) ?? error(404));
};
