/** The route that answers an address, as Kit chooses it: what a test needs to ask for a page by the address that it was given. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

export type AskedRoute = {
  /** `/[places=places]/[place]/comite` */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly kind: 'page' | 'file';
};

/** What `src/params.ts` lets through. */
const MATCHED: Readonly<Record<string, string>> = { places: 'communes|intercommunalites' };

const ROUTES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)\+(?:page\.svelte|server\.ts)$/.test(file))
  .map((file) => ({ route: `/${dirname(file)}`, kind: file.endsWith('+page.svelte') ? 'page' : 'file' }) as const)
  .map((one) => ({ ...one, pattern: patternOf(one.route) }))
  // Of two that fit, the one that leaves less open.
  .toSorted((one, other) => open(one.route) - open(other.route));

/** `address`: a path, with or without its query and its fragment. Null: nothing answers there. */
export function askedRoute(address: string): AskedRoute | null {
  const { pathname } = new URL(address, 'http://site.test');
  for (const { route, kind, pattern } of ROUTES) {
    const found = pattern.exec(pathname);
    if (found !== null) return { route, kind, params: { ...found.groups } };
  }
  return null;
}

function patternOf(route: string): RegExp {
  const path = route
    .replaceAll('.', '\\.')
    .replaceAll(/\/\[\[(\w+)\]\]/g, '(?:/(?<$1>[^/]+))?')
    .replaceAll(/\[(\w+)(?:=(\w+))?\]/g, (_, name: string, matcher?: string) => {
      const fits = matcher === undefined ? '[^/]+?' : MATCHED[matcher];
      if (fits === undefined) throw new Error(`what does [${name}=${matcher ?? ''}] let through?`);
      return `(?<${name}>${fits})`;
    });
  return new RegExp(`^${path}$`);
}

function open(route: string): number {
  return route.split('[').length;
}
