import type { RequestHandler } from './$types';
import { runtime } from '#server/runtime.ts';

/** Drafts under /lire have private addresses: asking robots to stay away costs nothing. */
export const GET: RequestHandler = async ({ url }) => {
  const { config } = await runtime();
  const body = `User-agent: *\nDisallow: /lire\nSitemap: ${config.publicOrigin ?? url.origin}/sitemap.xml\n`;
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
