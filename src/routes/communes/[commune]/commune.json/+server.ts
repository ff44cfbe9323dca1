import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { jsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { communePage } from '#server/storage/commune-page.ts';

export const GET: RequestHandler = async ({ params }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  return jsonResponse(`commune-${code}`, (await communePage(db, { code })) ?? error(404));
};
