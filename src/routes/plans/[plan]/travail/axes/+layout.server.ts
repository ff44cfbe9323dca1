/** The one script of this page is let through by a nonce, made for this answer alone. */
import { randomBytes } from 'node:crypto';
import type { LayoutServerLoad } from './$types';
import { scriptedPolicy } from '#server/http/security-headers.ts';

export const load: LayoutServerLoad = ({ setHeaders }) => {
  const nonce = randomBytes(16).toString('base64');
  setHeaders({ 'content-security-policy': scriptedPolicy(nonce) });
  return { nonce };
};
