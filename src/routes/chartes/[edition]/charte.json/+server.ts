import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { editionById } from '#server/charters.ts';
import { jsonResponse } from '#server/http/files.ts';

export const GET: RequestHandler = ({ params }) => {
  const edition = editionById(params.edition) ?? error(404);
  return jsonResponse(edition.id, edition);
};
