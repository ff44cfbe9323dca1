import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { collectiveRows } from '#server/storage/collective-rows.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedJson('collectifs', (after) => collectiveRows(db, after === undefined ? {} : { after }));
};
