/**
 * Is this somebody at this very machine? For pages that only they may see: mails kept where no server sends them.
 *
 * The connection comes from the machine, no proxy speaks for another one, and the host is a name of the machine: a foreign
 * page whose name was made to lead here (DNS rebinding) is refused.
 */
import type { RequestEvent } from '@sveltejs/kit';
import type { Config } from '../config.ts';

const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Those that proxies add, and `via`. */
const PROXY_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
];

export function isLocalVisitor(
  event: Pick<RequestEvent, 'request' | 'getClientAddress'>,
  config: Pick<Config, 'clientAddressHeader' | 'publicOrigin'>,
): boolean {
  if (config.clientAddressHeader !== null) return false;
  if (config.publicOrigin !== null && !LOCAL_HOSTS.includes(new URL(config.publicOrigin).hostname)) return false;
  if (!LOCAL_HOSTS.includes(new URL(event.request.url).hostname)) return false;
  const { headers } = event.request;
  if (PROXY_HEADERS.some((name) => headers.has(name))) return false;
  // A browser keeps its connection; some proxies, which say nothing else of themselves, do not.
  if (headers.get('connection')?.toLowerCase() === 'close') return false;
  return /^(?:::1|(?:::ffff:)?127\.)/.test(event.getClientAddress());
}

/** Mails stay here, and this visitor may read them at /courrier. */
export function mailsReadableHere(
  config: Pick<Config, 'mail' | 'clientAddressHeader' | 'publicOrigin'>,
  event: Pick<RequestEvent, 'request' | 'getClientAddress'>,
): boolean {
  return config.mail === null && isLocalVisitor(event, config);
}
