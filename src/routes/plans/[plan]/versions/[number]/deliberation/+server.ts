import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { fetchDocument } from '#server/storage/documents.ts';
import { titledFileName } from '#ui/addresses.ts';
import { knownVersion } from '../../known-versions.ts';

/** The deliberation by which the council adopted this version, as the town hall gave it. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, version } = await knownVersion(params);
  const { document, deliberation } = version.adoption ?? error(404);
  const file = (await fetchDocument(db, document ?? error(404))) ?? error(404);
  return originalResponse(titledFileName(`deliberation ${deliberation}`, file.filename), file);
};
