import type { RequestHandler } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { ADDRESSES_A_PART, sitemapIndexXml, xmlResponse } from '#server/http/sitemap.ts';
import { runtime } from '#server/runtime.ts';
import { partAddresses } from '../sitemap/parts.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { config, db } = await runtime();
  const parts = await partAddresses(db, { limit: ADDRESSES_A_PART, dumps: dumpsFolder(config.dataDirectory) });
  return xmlResponse(sitemapIndexXml(config.publicOrigin ?? url.origin, parts));
};
