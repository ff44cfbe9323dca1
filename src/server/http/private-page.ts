/** What every answer at a private address carries. */

type SetHeaders = (headers: Record<string, string>) => void;

/** An act that is refused is followed by its page, in one answer: each says so, and Kit takes a header once. */
const SAID = new WeakSet<SetHeaders>();

/**
 * Kept by no cache and no search engine, and its address is told to no other site. `same-origin` rather than
 * `no-referrer`: with the latter a browser sends forms with the origin "null", which are refused.
 */
export function keepPrivate(setHeaders: SetHeaders): void {
  if (SAID.has(setHeaders)) return;
  SAID.add(setHeaders);
  setHeaders({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  });
}
