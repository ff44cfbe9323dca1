import { join } from 'node:path';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpFileNamed } from '#server/dumps/dump-list.ts';
import { dumpFileResponse } from '#server/http/dump-file.ts';
import { runtime } from '#server/runtime.ts';

/** Found in the list of the copy, never by what was typed. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { config } = await runtime();
  const folder = dumpsFolder(config.dataDirectory);
  const day = params.day;
  const file = (await dumpFileNamed(folder, { day, name: params.file })) ?? error(404);
  return dumpFileResponse(request, {
    ...file,
    path: join(folder, day, file.stored),
    isPacked: file.stored !== file.name,
  });
};
