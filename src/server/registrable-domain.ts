/** The domain that somebody registers, behind any name that they make under it: `s3.exemple.co.uk` is of `exemple.co.uk`. */
import { getDomain } from 'tldts';

/** By the public suffix list; what it knows nothing of is its own. Lower case. */
export function registrableDomain(host: string): string {
  return (getDomain(host, { validateHostname: false }) ?? host).toLowerCase();
}
