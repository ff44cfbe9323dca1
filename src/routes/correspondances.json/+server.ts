import type { RequestHandler } from './$types';
import { relationLines } from '#server/crosswalk-lines.ts';
import { jsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return jsonResponse('correspondances', await relationLines(db));
};
