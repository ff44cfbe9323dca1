import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { keptJsonResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { findVersion } from '#server/storage/crosswalk-versions.ts';
import { numberIn } from '#ui/addresses.ts';

/** The very bytes that the hash of the version is of. */
export const GET: RequestHandler = async ({ params }) => {
  const number = numberIn(params.number) ?? error(404);
  const { db } = await runtime();
  const { bytes } = (await findVersion(db, number)) ?? error(404);
  return keptJsonResponse(`correspondances-version-${number}`, bytes);
};
