/** The site of an organisation as somebody types it, and whether an address is at its domain. */

const LONGEST = 300;

export type Website = {
  /** As it is shown and opened: `https://example.org/nous`. */
  readonly href: string;
  /** Two ways of writing one site are one: `example.org/nous`. */
  readonly key: string;
  /** `example.org` */
  readonly host: string;
};

/** Null: no address of a public site. Without a protocol, `https`; no name or password, no port, no number as a host. */
export function readWebsite(typed: string): Website | null {
  const text = typed.trim();
  const written = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  if (text === '' || text.length > LONGEST || /[\s\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(written)) return null;
  const { protocol, username, password, port, hostname, pathname } = new URL(written);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || port !== '') return null;
  const host = hostname.replace(/^www\./u, '');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/u.test(host)) return null;
  const path = pathname.replace(/\/+$/u, '');
  return { href: `${protocol}//${hostname}${path}`, key: `${host}${path.toLowerCase()}`, host };
}

/**
 * Is this address at the domain of that site, or of what stands above it? A box where anybody may open one proves nothing, but
 * nobody has their site there either.
 */
export function isAtSite(email: string, { host }: Pick<Website, 'host'>): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domain === host || domain.endsWith(`.${host}`);
}
