import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpDays, dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpFileNamed } from '#server/dumps/dump-list.ts';
import { runtime } from '#server/runtime.ts';

/** Leads to the file of the last copy, whose own address never changes. */
export const GET: RequestHandler = async ({ params }) => {
  const { config } = await runtime();
  const folder = dumpsFolder(config.dataDirectory);
  const [day = ''] = await dumpDays(folder);
  const file = (await dumpFileNamed(folder, { day, name: params.file })) ?? error(404);
  return new Response(null, {
    status: 302,
    headers: {
      location: `/donnees/${day}/${file.name}`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  });
};
