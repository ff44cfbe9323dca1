import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { fileNameOf, idIn } from '#ui/addresses.ts';
import { originalResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { documentOf } from '#server/storage/documents.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db } = await runtime();
  const document = (await documentOf(db, { pact: idIn(params.pact) ?? error(404) })) ?? error(404);
  return originalResponse(fileNameOf(document.filename), document);
};
