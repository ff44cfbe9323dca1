import type { RequestHandler } from './$types';
import { runtime } from '#server/runtime.ts';

const HALF_A_YEAR = 182 * 24 * 3600 * 1000;

/** RFC 9116. The expiry moves with each answer: the page it points to is part of the site itself. */
export const GET: RequestHandler = async ({ url }) => {
  const { config } = await runtime();
  const origin = config.publicOrigin ?? url.origin;
  const expires = new Date(Date.now() + HALF_A_YEAR);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${origin}/a-propos#securite`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/a-propos#securite`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
