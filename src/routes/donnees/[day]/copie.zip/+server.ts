import { Readable } from 'node:stream';
import { join } from 'node:path';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpShown } from '#server/dumps/dump-list.ts';
import { dumpZip } from '#server/dumps/dump-zip.ts';
import { sentInParts } from '#server/http/dump-file.ts';
import { runtime } from '#server/runtime.ts';

/** The copy of a day as one file. */
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
  };
  // Its bytes follow from those of the copy and from how they are put together: the number is of the latter.
  const etag = `"${shown.sha256}-zip-2"`;
  if (request.headers.get('if-none-match')?.includes(etag) === true)
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  const zip = await dumpZip(join(folder, shown.day), name);
  return sentInParts(request, { bytes: zip.bytes, etag, headers }, (from, to) => Readable.from(zip.read(from, to)));
};
