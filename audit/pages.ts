/**
 * The pages to audit: the site is followed from its home page, and each kind of page is kept a few times.
 *
 * A kind that must exist and is not found is a failure: an audit of nothing finds nothing.
 */
import { parse } from 'parse5';
import { linksOf } from './links.ts';
import { ENTRANCES, PRIVATE, type Visitor } from './signed-in.ts';

export type Page = {
  readonly kind: string;
  readonly address: string;
  readonly html: string;
  readonly status: number;
  /** Of the person who sees it. Absent: it is everybody's. */
  readonly visitor?: Visitor;
};

const REQUIRED = [
  '/',
  '/communes',
  '/communes/:x',
  '/communes/:x/mesures/:x',
  '/intercommunalites/:x',
  '/chartes/:x',
  '/chartes/:x/mesures/:x',
  '/pactes/:x',
  '/pactes/:x/suivi',
  '/methode/:x',
  '/plans/:x',
  '/plans/:x/tableau',
  '/plans/:x/calendrier',
  '/plans/:x/colonnes',
  '/plans/:x/budget',
  '/plans/:x/actions/:x',
  '/bilans',
  '/bilans/:x',
  '/bilans/:x/presse',
  '/collectifs',
  '/collectifs/:x',
  '/elections',
  '/elections/:x',
  '/listes/:x',
  '/communes/:x/listes',
  '/communes/:x/souhait',
  '/verifier',
  '/connexion',
  '/lire',
  '/lire/:x',
  '/lire/:x/charte',
  '/lire/:x/commune',
  '/lire/:x/relecture',
  '/lire/:x/relecture/:x',
  '/lire/:x/relecture/signatory',
  '/lire/:x/relecture/plan',
];

const REQUIRED_IN_PRIVATE = [
  '/compte',
  '/compte/roles',
  '/negociations',
  '/negociations/:x',
  '/negociations/:x/mesures/:x',
  '/negociations/:x/texte',
  '/negociations/:x/seance',
];

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
const MOST_PAGES = 800;
const MOST_OF_A_KIND = 40;
const KEPT_OF_A_KIND = 3;

/** A segment that changes from one page to the next: with a digit, of one letter, or the token of a draft. */
const CHANGING = /\d|^[a-z]$|^[\w-]{43}$/i;

/** The kind of an address: what changes from one page to the next becomes `:x`. */
export function kindOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  const segments = path.split('/').map((segment) => (CHANGING.test(segment) ? ':x' : segment));
  return segments.join('/');
}

export type Found = {
  /** At most three of each kind: the heaviest, the lightest and one between. */
  readonly pages: readonly Page[];
  /** Links that lead nowhere, and kinds of page that were not met. */
  readonly problems: readonly string[];
};

/** Follows the site from its home page and from `others`: addresses that no link leads to, such as those of drafts. */
export async function findPages(origin: string, others: readonly string[] = []): Promise<Found> {
  const from = ['/', ...UNLINKED.map(([address]) => address), ...others];
  return await follow(origin, { from, follows: () => true, required: REQUIRED });
}

/** Follows the pages that only this visitor sees. */
export async function findPrivatePages(origin: string, visitor: Visitor): Promise<Found> {
  const follows = (address: string): boolean => PRIVATE.test(address);
  return await follow(origin, { from: ENTRANCES, follows, required: REQUIRED_IN_PRIVATE, visitor });
}

type Walk = {
  readonly from: readonly string[];
  readonly follows: (address: string) => boolean;
  readonly required: readonly string[];
  readonly visitor?: Visitor;
};

async function follow(origin: string, { from, follows, required, visitor }: Walk): Promise<Found> {
  const problems: string[] = [];
  const queue = [...from];
  const known = new Set(queue);
  const waiting = new Map<string, number>();
  const byKind = new Map<string, Page[]>();
  for (let visited = 0; visited < MOST_PAGES; visited++) {
    const address = queue.shift();
    if (address === undefined) break;
    const page = await fetchPage(origin, { address, ...(visitor === undefined ? {} : { visitor }) });
    if (page === null) continue;
    if (typeof page === 'string') {
      problems.push(page);
      continue;
    }
    const pages = byKind.get(page.kind) ?? [];
    byKind.set(page.kind, [...pages, page]);
    for (const link of linksOf(parse(page.html))) {
      if (known.has(link) || !follows(link)) continue;
      known.add(link);
      // Counted as they are met, so that a hundred pages of one kind do not keep the others waiting.
      const ofKind = (waiting.get(kindOf(link)) ?? 0) + 1;
      waiting.set(kindOf(link), ofKind);
      if (ofKind <= MOST_OF_A_KIND) queue.push(link);
    }
  }

  const missing = required.filter((kind) => !byKind.has(kind));
  problems.push(
    ...missing.map(
      (kind) => `no page of the kind ${kind} was found${visitor === undefined ? '' : ` by ${visitor.name}`}`,
    ),
  );
  return { pages: [...byKind.keys()].sort().flatMap((kind) => someOf(byKind.get(kind) ?? [])), problems };
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
  return [...new Set([heaviest, middle, lightest])].filter((page) => page !== undefined).slice(0, KEPT_OF_A_KIND);
}
