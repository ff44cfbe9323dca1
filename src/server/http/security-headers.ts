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

/**
 * The one page that other sites may show in a frame: it holds no form, and its links open beside. Known by its address, since it is
 * asked before the site has found the page, too.
 */
export function isFramed(path: string): boolean {
  return /^\/communes\/[^/]+\/carte$/.test(path);
}

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

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), interest-cohort=()'],
];

const NEVER_FRAMED: readonly (readonly [string, string])[] = [
  ...EVERYWHERE,
  ['x-frame-options', 'DENY'],
  ['cross-origin-resource-policy', 'same-origin'],
];

const FRAMED: readonly (readonly [string, string])[] = [
  ...EVERYWHERE,
  ['cross-origin-resource-policy', 'cross-origin'],
];

const ONE_YEAR = 'max-age=31536000; includeSubDomains';

type Asked = {
  /** The visitor came by https. */
  readonly secure: boolean;
  /** Of the address, without what follows `?`. */
  readonly path: string;
};

/**
 * The same on an answer of Node before the site makes it, so that what never reaches our hooks (a file, a file that is not
 * there, the redirect of a trailing slash) carries them too. What the site says of its own then takes their place; it can take
 * none away, so what an address must not carry is not set here.
 */
export function expectSecurityHeaders(
  response: { readonly setHeader: (name: string, value: string) => unknown },
  { secure, path }: Asked,
): void {
  const framed = isFramed(path);
  for (const [name, value] of framed ? FRAMED : NEVER_FRAMED) response.setHeader(name, value);
  response.setHeader('content-security-policy', framed ? FRAMED_POLICY : QUIET_POLICY);
  if (secure) response.setHeader('strict-transport-security', ONE_YEAR);
}

/** Sets the headers in place. */
export function addSecurityHeaders(headers: Headers, { secure, path }: Asked): void {
  const framed = isFramed(path);
  // Kit does not say it; a browser must not guess which letters these bytes are.
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  for (const [name, value] of framed ? FRAMED : NEVER_FRAMED) if (!headers.has(name)) headers.set(name, value);
  if (framed || !headers.get('content-security-policy')?.includes("'nonce-")) {
    headers.set('content-security-policy', framed ? FRAMED_POLICY : QUIET_POLICY);
  }
  if (secure) headers.set('strict-transport-security', ONE_YEAR);
}
