import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { communePage } from '#server/storage/commune-page.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return jsonResponse(`commune-${code}`, (await communePage(db, { code })) ?? error(404));
};
