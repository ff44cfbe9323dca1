import type { RequestHandler } from './$types';
import { runtime } from '#server/runtime.ts';

/** Drafts under /lire have private addresses: asking robots to stay away costs nothing. What was made up is for no search engine. */
export const GET: RequestHandler = async ({ url }) => {
  const { config, synthetic } = await runtime();
  const body = synthetic
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nDisallow: /lire\nSitemap: ${config.publicOrigin ?? url.origin}/sitemap.xml\n`;
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
