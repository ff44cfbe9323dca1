import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { fileNameOf } from '#ui/addresses.ts';
import { originalResponse } from '#server/http/files.ts';
import { documentOf } from '#server/storage/documents.ts';
import { knownPlan } from '../known-plan.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id, head } = await knownPlan(params);
  // Published here: there is no file.
  if (head.document === null) error(404);
  const document = (await documentOf(db, { plan: id })) ?? error(404);
  return originalResponse(fileNameOf(document.filename), document);
};
