import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { endorsementRows } from '#server/storage/partner-pages.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedJson('soutiens', (after) => endorsementRows(db, after === undefined ? {} : { after }));
};
