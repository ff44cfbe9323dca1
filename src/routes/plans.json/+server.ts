import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { planRows } from '#server/storage/downloads.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedJson('plans', (after) => planRows(db, after === undefined ? {} : { after }));
};
