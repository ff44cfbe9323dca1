import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { thumbnailResponse } from '#server/http/thumbnail-response.ts';
import { runtime } from '#server/runtime.ts';
import { evidenceFile } from '#server/storage/evidence-files.ts';
import { evidenceAsked } from '../../../evidence-asked.ts';

/** Of a photograph, for the page that shows it: seen by whom the file itself is given to. */
export const GET: RequestHandler = async ({ params }) => {
  const { db } = await runtime();
  return await thumbnailResponse((await evidenceFile(db, evidenceAsked(params))) ?? error(404));
};
