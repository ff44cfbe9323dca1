/** One page, one address: an old or mistyped slug is sent on, for good, to the address of today. */
import { redirect } from '@sveltejs/kit';

/** Throws a redirect when `url` is not at `address` (a path); the query goes along. */
export function sendOnTo(address: string, url: URL): void {
  if (decodeURI(url.pathname) !== decodeURI(address)) redirect(308, address + url.search);
}
