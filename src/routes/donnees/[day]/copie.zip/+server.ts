import { Readable } from 'node:stream';
import { join } from 'node:path';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpShown } from '#server/dumps/dump-list.ts';
import { zippedDump } from '#server/dumps/dump-zip.ts';
import { runtime } from '#server/runtime.ts';

/** The copy of a day as one file, made as it is sent. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { config } = await runtime();
  const folder = dumpsFolder(config.dataDirectory);
  const shown = await dumpShown(folder, params.day);
  if (shown === null || !shown.isOneFile) error(404);
  const name = `copie-${shown.day}`;
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${name}.zip"`,
    'cache-control': 'public, max-age=31536000, immutable, no-transform',
    'access-control-allow-origin': '*',
    etag: `"${shown.sha256}-zip"`,
  };
  if (request.headers.get('if-none-match')?.includes(headers.etag) === true)
    return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const sent = Readable.from(zippedDump(join(folder, shown.day), name));
  return new Response(Readable.toWeb(sent) as ReadableStream<Uint8Array>, { headers });
};
