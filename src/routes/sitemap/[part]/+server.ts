import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { ADDRESSES_A_PART, sitemapXml, xmlResponse } from '#server/http/sitemap.ts';
import { runtime } from '#server/runtime.ts';
import { partEntries } from '../parts.ts';

export const GET: RequestHandler = async ({ params, url }) => {
  const { config, db } = await runtime();
  const entries =
    (await partEntries(db, { name: params.part, limit: ADDRESSES_A_PART, dumps: dumpsFolder(config.dataDirectory) })) ??
    error(404);
  return xmlResponse(sitemapXml(config.publicOrigin ?? url.origin, entries));
};
