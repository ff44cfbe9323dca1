/** Where one signs in, to come back to the page asked for. */

/** With the query of the page, without the name of the act that its form asked for (`?/save`). */
export function signInFirst({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('/'))
    .join('&');
  return `/connexion?vers=${encodeURIComponent(kept === '' ? pathname : `${pathname}?${kept}`)}`;
}
