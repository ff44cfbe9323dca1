/**
 * The pages to audit: the site is followed from its home page, and each kind of page is kept a few times.
 *
 * A kind of page that exists and is not found is a failure: an audit of nothing finds nothing.
 */
import { parse } from 'parse5';
import { linksOf } from './links.ts';
import { isFile, kindOf, NOT_AUDITED, pageKinds } from './routes.ts';
import type { Visitor } from './signed-in.ts';

export type Page = {
  readonly kind: string;
  readonly address: string;
  readonly html: string;
  readonly status: number;
  /** Of the person who sees it. Absent: it is everybody's. */
  readonly visitor?: Visitor;
};

/** Addresses that no link leads to, and what they answer when it is not 200. */
const UNLINKED: readonly (readonly [address: string, status?: number])[] = [
  ['/communes?q=champigny'],
  ['/communes?q=zzzzzz'],
  ['/communes?q=paris'],
  ['/chartes/pacte-transition-2020?commune=94017'],
  ['/chartes/coorace-2020?commune=94017'],
  ['/chartes/pacte-transition-2020?commune=champigny'],
  ['/chartes/pacte-transition-2020?commune=zzzzzz'],
  // The two largest groupings: 158 and 143 communes.
  ['/intercommunalites/200067106'],
  ['/intercommunalites/200067213'],
  ['/communes/00001'],
  ['/communes/94017-champigny-sur-marne/listes-comparees'],
  ['/observatoire/comparer?communes=94017,94068'],
  ['/observatoire/progression?avec=coorace-2020'],
  ['/observatoire?signe_depuis=2020-01-01'],
  ['/observatoire/carte/tableau?chiffre=mesure&mesure=15'],
  ['/communes/00002'],
  ['/elections'],
  ['/connexion'],
  ['/courrier'],
  ['/verifier?code=K7M2P-9XQ4T'],
  ['/verifier?code=K7'],
  ['/collectifs?q=creuse'],
  ['/textes/0000000000', 404],
  ['/signer/cette-adresse-n-existe-pas', 404],
  ['/cette-page-n-existe-pas', 404],
  ['/lire/cette-adresse-privee-n-existe-pas', 404],
  ['/lire/en-cours/cette-lecture-n-existe-pas', 404],
];

/** Enough to meet every kind; a bound, so that a site of 35,000 communes ends too. */
const MOST_PAGES = 1200;
const MOST_OF_A_KIND = 25;
/** Of files to take away, and of what everybody sees when somebody in particular looks: only the links are of interest. */
const MOST_ASIDE = 3;
const KEPT_OF_A_KIND = 3;

export type Found = {
  /** At most three of each kind: the heaviest, the lightest and one between. */
  readonly pages: readonly Page[];
  /** Links that lead nowhere. */
  readonly problems: readonly string[];
  /** Addresses that ask to sign in first. */
  readonly closed: readonly string[];
};

/** Follows the site from its home page and from `others`: addresses that no link leads to, such as those of drafts. */
export async function findPages(origin: string, others: readonly string[] = []): Promise<Found> {
  const from = ['/', ...UNLINKED.map(([address]) => address), ...others];
  return await follow(origin, { from, tried: [], known: new Set(), others: new Set() });
}

/** Follows what this visitor sees and nobody in particular does: `known` are the kinds of page that everybody sees. */
export async function findPrivatePages(
  origin: string,
  visitor: Visitor,
  walk: Pick<Walk, 'known' | 'others'> & { readonly closed: readonly string[] },
): Promise<Found> {
  return await follow(origin, { ...walk, from: visitor.entrances, tried: walk.closed, visitor });
}

/** What is in neither list, as sentences: a kind of page that nobody met, or one that was met though it is said not to be. */
export function forgotten(met: ReadonlySet<string>, kinds: readonly string[] = pageKinds()): readonly string[] {
  const missing = kinds.filter((kind) => !met.has(kind) && NOT_AUDITED[kind] === undefined);
  const stale = Object.keys(NOT_AUDITED).filter((kind) => met.has(kind) || !kinds.includes(kind));
  return [
    ...missing.map((kind) => `no page of the kind ${kind} was found`),
    ...stale.map((kind) => `${kind} is said not to be audited, and is met or is no page`),
  ];
}

type Walk = {
  readonly from: readonly string[];
  /** Addresses that may be for somebody else: that they are not found is no problem. */
  readonly tried: readonly string[];
  /** Kinds that are kept already. */
  readonly known: ReadonlySet<string>;
  /** Kinds that another person saw: the heaviest of each is enough. */
  readonly others: ReadonlySet<string>;
  readonly visitor?: Visitor;
};

async function follow(origin: string, { from, tried, known, others, visitor }: Walk): Promise<Found> {
  const problems: string[] = [];
  const closed: string[] = [];
  const queue = [...new Set([...from, ...tried])];
  const met = new Set(queue);
  const maybe = new Set(tried.filter((address) => !from.includes(address)));
  const waiting = new Map<string, number>();
  const byKind = new Map<string, Page[]>();
  for (let visited = 0; visited < MOST_PAGES; visited++) {
    const address = queue.shift();
    if (address === undefined) break;
    const page = await fetchPage(origin, { address, ...(visitor === undefined ? {} : { visitor }) });
    if (page === null) continue;
    if (typeof page === 'string') {
      if (!maybe.has(address)) problems.push(visitor === undefined ? page : `${page} to ${visitor.name}`);
      continue;
    }
    if (page.kind === '/connexion' && kindOf(address) !== '/connexion') closed.push(address);
    byKind.set(page.kind, [...(byKind.get(page.kind) ?? []), page]);
    for (const link of linksOf(parse(page.html))) {
      if (met.has(link)) continue;
      met.add(link);
      // A page that everybody sees has doors that open for some only, and a mail has links that served already.
      if (known.has(page.kind) || page.kind === '/courrier') maybe.add(link);
      // Counted as they are met, so that a hundred pages of one kind do not keep the others waiting.
      const kind = kindOf(link);
      const ofKind = (waiting.get(kind) ?? 0) + 1;
      waiting.set(kind, ofKind);
      if (ofKind <= (isFile(link) || known.has(kind) ? MOST_ASIDE : MOST_OF_A_KIND)) queue.push(link);
    }
  }
  const kept = [...byKind.keys()].filter((kind) => !known.has(kind)).sort();
  const pages = kept.flatMap((kind) => someOf(byKind.get(kind) ?? []).slice(0, others.has(kind) ? 1 : KEPT_OF_A_KIND));
  return { pages, problems, closed };
}

/** Null for a file, a sentence for a link that leads nowhere. */
async function fetchPage(
  origin: string,
  { address, visitor }: Pick<Page, 'address' | 'visitor'>,
): Promise<Page | string | null> {
  const response = await fetch(origin + address, { headers: visitor === undefined ? {} : { cookie: visitor.cookie } });
  const html = await response.text();
  const expected = UNLINKED.find(([unlinked]) => unlinked === address)?.[1] ?? 200;
  if (response.status !== expected) return `${address} answered ${response.status}`;
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return null;
  // Where it led: a redirection is not part of the page.
  const { pathname, search } = new URL(response.url);
  const kind = expected === 200 ? kindOf(pathname) : `${expected} ${kindOf(pathname)}`;
  const page = { kind, address: pathname + search, html, status: response.status };
  return visitor === undefined ? page : { ...page, visitor };
}

function someOf(pages: readonly Page[]): Page[] {
  const byWeight = [...pages].sort((one, other) => other.html.length - one.html.length);
  const [heaviest] = byWeight;
  const middle = byWeight[Math.floor(byWeight.length / 2)];
  const lightest = byWeight.at(-1);
  return [...new Set([heaviest, middle, lightest])].filter((page) => page !== undefined);
}
