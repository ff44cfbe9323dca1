/** Where to go after signing in: only a path of this site, whatever the address of the page asked for. */

/** `fallback` for anything else: another site, a scheme, a path that a browser would take for another site. */
export function sameSitePath(asked: string | null, fallback: string): string {
  if (asked === null || asked.length > 500 || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return fallback;
  const url = URL.canParse(asked, HERE) ? new URL(asked, HERE) : null;
  if (url === null || url.origin !== HERE) return fallback;
  // Dots may have led out: `/.//other.example`.
  const path = url.pathname + url.search;
  return path.startsWith('//') || path.startsWith('/connexion') ? fallback : path;
}

const HERE = 'https://here.invalid';
