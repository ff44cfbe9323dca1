/** The one script of these pages is let through by a nonce, made for this answer alone. */
import { randomBytes } from 'node:crypto';
import type { LayoutServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { scriptedPolicy } from '#server/http/security-headers.ts';

export const load: LayoutServerLoad = ({ setHeaders }) => {
  const nonce = randomBytes(16).toString('base64');
  keepPrivate(setHeaders);
  setHeaders({ 'content-security-policy': scriptedPolicy(nonce) });
  return { nonce };
};
