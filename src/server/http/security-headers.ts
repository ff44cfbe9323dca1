/**
 * What every answer carries to keep its reader safe.
 *
 * Pages without scripts get one constant policy, so that finished bytes can be kept and sent again.
 * Pages with a script of ours (/lire) arrive with a policy of their own, which holds a nonce: theirs stays.
 */
export const QUIET_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The pages that other sites may show in a frame: they hold no form, and their links open beside. */
export const FRAMED_ROUTES: ReadonlySet<string> = new Set(['/communes/[commune]/carte']);

export const FRAMED_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/** For pages with scripts of ours: only those that carry the nonce of this answer, which only asks this site. */
export function scriptedPolicy(nonce: string): string {
  return `${QUIET_POLICY}; script-src 'nonce-${nonce}'; connect-src 'self'`;
}

const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), interest-cohort=()'],
];

const ONE_YEAR = 'max-age=31536000; includeSubDomains';

/**
 * The same on an answer of Node before the site makes it, so that what never reaches our hooks (a file, a file that is not
 * there, the redirect of a trailing slash) carries them too. What the site says of its own then takes their place.
 */
export function expectSecurityHeaders(
  response: { readonly setHeader: (name: string, value: string) => unknown },
  secure: boolean,
): void {
  for (const [name, value] of ALWAYS) response.setHeader(name, value);
  response.setHeader('content-security-policy', QUIET_POLICY);
  if (secure) response.setHeader('strict-transport-security', ONE_YEAR);
}

/**
 * Sets the headers in place. `secure`: the visitor came by https. `framed`: other sites may show it; where a policy says which,
 * browsers leave `x-frame-options` aside.
 */
export function addSecurityHeaders(
  headers: Headers,
  { secure, framed = false }: { readonly secure: boolean; readonly framed?: boolean },
): void {
  // Kit does not say it; a browser must not guess which letters these bytes are.
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  for (const [name, value] of ALWAYS) if (!headers.has(name)) headers.set(name, value);
  if (framed) {
    headers.delete('x-frame-options');
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('content-security-policy', FRAMED_POLICY);
  } else if (!headers.get('content-security-policy')?.includes("'nonce-")) {
    headers.set('content-security-policy', QUIET_POLICY);
  }
  if (secure) headers.set('strict-transport-security', ONE_YEAR);
}
