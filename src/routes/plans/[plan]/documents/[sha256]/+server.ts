import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { publishedFile } from '#server/storage/published-files.ts';
import { titledFileName } from '#ui/addresses.ts';
import { knownPlan } from '../../known-plan.ts';

/** A public document of an action that the plan shows today, or that a version of it showed; a private one is not found. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPlan(params);
  if (!/^[0-9a-f]{64}$/.test(params.sha256)) error(404);
  const file = (await publishedFile(db, { plan: id, sha256: params.sha256 })) ?? error(404);
  return originalResponse(titledFileName(file.title, file.filename), file);
};
