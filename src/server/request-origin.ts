/**
 * The address under which a request reached us, put in its headers for the built handler.
 *
 * The handler takes the scheme from `x-forwarded-proto` and the host from `host`, and answers 403 to a form whose
 * `Origin` differs. Behind a proxy those headers say what the proxy wants: with PUBLIC_ORIGIN the site has
 * one address, whatever they say; without it (a server on one's own machine) the request is believed, as http unless a
 * proxy says https.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** For the environment of the built handler. */
export const PROTOCOL_HEADER = 'x-forwarded-proto';

const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Changes `headers`: afterwards they name one scheme and one host. */
export function settleOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): void {
  if (publicOrigin !== null) {
    const { protocol, host } = new URL(publicOrigin);
    headers[PROTOCOL_HEADER] = protocol.slice(0, -1);
    headers.host = host;
    return;
  }
  const host = first(headers['x-forwarded-host']);
  if (host !== null && HOST.test(host)) headers.host = host;
  headers[PROTOCOL_HEADER] = first(headers[PROTOCOL_HEADER]) === 'https' ? 'https' : 'http';
}

/**
 * The visitor's address as the trusted proxy gives it in `header`; what did not come through the proxy gets its own, since the
 * built handler expects the header on every request.
 */
export function settleClientAddress(
  headers: IncomingHttpHeaders,
  { header, address }: { readonly header: string | null; readonly address: string | undefined },
): void {
  if (header !== null && headers[header] === undefined) headers[header] = address ?? '';
}

/** Of "https, http": the one nearest to the visitor. */
function first(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text?.split(',')[0]?.trim().toLowerCase() || null;
}
