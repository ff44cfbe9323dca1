/** What every answer at a private address carries. */

/**
 * Kept by no cache and no search engine, and its address is told to no other site. `same-origin` rather than
 * `no-referrer`: with the latter a browser sends forms with the origin "null", which are refused.
 */
export function keepPrivate(setHeaders: (headers: Record<string, string>) => void): void {
  setHeaders({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  });
}
