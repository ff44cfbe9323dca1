import type { RequestHandler } from './$types';
import { securityTxt } from '#server/http/security-txt.ts';
import { runtime } from '#server/runtime.ts';
import { NO_SECURITY_TXT } from '#ui/messages/about.fr.ts';

/** RFC 9116. Without CONTACT there is no such file: one that leads to nobody would be worse. */
export const GET: RequestHandler = async ({ url }) => {
  const { config } = await runtime();
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  if (config.contact === null) return new Response(`${NO_SECURITY_TXT}\n`, { status: 404, headers });
  const origin = config.publicOrigin ?? url.origin;
  return new Response(securityTxt({ contact: config.contact, origin, now: Date.now() }), { headers });
};
