/**
 * The pages to audit: the site is followed from its home page, and each kind of page is kept a few times.
 *
 * A kind that must exist and is not found is a failure: an audit of nothing finds nothing.
 */
import { parse } from 'parse5';
import { linksOf } from './links.ts';

export type Page = { readonly kind: string; readonly address: string; readonly html: string; readonly status: number };

const REQUIRED = [
  '/',
  '/communes',
  '/communes/:x',
  '/communes/:x/mesures/:x',
  '/intercommunalites/:x',
  '/chartes/:x',
  '/chartes/:x/mesures/:x',
  '/pactes/:x',
  '/plans/:x',
  '/lire',
];

/** Addresses that no link leads to: a search with and without result, a commune without a pact, a page that is not. */
const UNLINKED = ['/communes?q=champigny', '/communes?q=zzzzzz', '/communes?q=paris', '/cette-page-n-existe-pas'];

/** Enough to meet every kind; a bound, so that a site of 35,000 communes ends too. */
const MOST_PAGES = 400;
const MOST_OF_A_KIND = 40;
const KEPT_OF_A_KIND = 3;

/** The kind of an address: a segment with a digit, or of one letter, is what changes from one page to the next. */
export function kindOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  const segments = path.split('/').map((segment) => (/\d|^[a-z]$/i.test(segment) ? ':x' : segment));
  return segments.join('/');
}

export type Found = {
  /** At most three of each kind: the heaviest, the lightest and one between. */
  readonly pages: readonly Page[];
  /** Links that lead nowhere, and kinds of page that were not met. */
  readonly problems: readonly string[];
};

/** Follows the site from its home page. */
export async function findPages(origin: string): Promise<Found> {
  const problems: string[] = [];
  const queue = ['/', ...UNLINKED];
  const known = new Set(queue);
  const byKind = new Map<string, Page[]>();
  for (let visited = 0; visited < MOST_PAGES; visited++) {
    const address = queue.shift();
    if (address === undefined) break;
    const page = await fetchPage(origin, address);
    if (page === null) continue;
    if (typeof page === 'string') {
      problems.push(page);
      continue;
    }
    const pages = byKind.get(page.kind) ?? [];
    byKind.set(page.kind, [...pages, page]);
    for (const link of linksOf(parse(page.html))) {
      const crowded = (byKind.get(kindOf(link)) ?? []).length >= MOST_OF_A_KIND;
      if (!known.has(link) && !crowded) queue.push(link);
      known.add(link);
    }
  }

  const missing = REQUIRED.filter((kind) => !byKind.has(kind));
  problems.push(...missing.map((kind) => `no page of the kind ${kind} was found from the home page`));
  return { pages: [...byKind.keys()].sort().flatMap((kind) => someOf(byKind.get(kind) ?? [])), problems };
}

/** Null for a file, a sentence for a link that leads nowhere. */
async function fetchPage(origin: string, address: string): Promise<Page | string | null> {
  const response = await fetch(origin + address);
  const html = await response.text();
  const expected = address === '/cette-page-n-existe-pas' ? 404 : 200;
  if (response.status !== expected) return `${address} answered ${response.status}`;
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return null;
  const kind = expected === 404 ? '404' : kindOf(new URL(response.url).pathname);
  return { kind, address, html, status: response.status };
}

function someOf(pages: readonly Page[]): Page[] {
  const byWeight = [...pages].sort((one, other) => other.html.length - one.html.length);
  const [heaviest] = byWeight;
  const middle = byWeight[Math.floor(byWeight.length / 2)];
  const lightest = byWeight.at(-1);
  return [...new Set([heaviest, middle, lightest])].filter((page) => page !== undefined).slice(0, KEPT_OF_A_KIND);
}
