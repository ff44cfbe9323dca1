import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { versionText } from '#server/storage/plan-versions.ts';
import { knownVersion } from '../../known-versions.ts';

/** Character for character what was frozen: its SHA-256 is the fingerprint that the page shows. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, id, version } = await knownVersion(params);
  const text = (await versionText(db, id, version.number)) ?? error(404);
  const bytes = Buffer.from(text, 'utf8');
  const mediaType = 'application/json; charset=utf-8';
  return originalResponse(`plan-${id}-version-${version.number}.json`, { mediaType, bytes });
};
