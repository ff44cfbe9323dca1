/** What a person asked of /communes: the page and its files answer the same. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { secondsToWaitToSearch } from '#server/http/search-allowance.ts';
import { FILE_NEEDS_SEARCH } from '#ui/messages/search.fr.ts';
import { runtime } from '#server/runtime.ts';
import { searchMunicipalities, type MunicipalityMatch } from '#server/storage/territory-search.ts';

export const MOST_FOUND = 20;

/** The same for a file, which says nothing without a question: throws 400 rather than give an empty one. */
export async function searchAskedForFile(event: SearchEvent): Promise<readonly MunicipalityMatch[]> {
  const { q, results } = await searchAsked(event);
  return q === '' ? error(400, FILE_NEEDS_SEARCH) : results;
}

type SearchEvent = Pick<RequestEvent, 'url' | 'getClientAddress' | 'setHeaders'>;

/** At most 20, best first; none when nothing was asked. Throws 429 when this visitor searches too often. */
export async function searchAsked({ url, getClientAddress, setHeaders }: SearchEvent): Promise<{
  readonly q: string;
  readonly results: readonly MunicipalityMatch[];
}> {
  const q = (url.searchParams.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  if (q === '') return { q, results: [] };
  const wait = secondsToWaitToSearch(getClientAddress());
  if (wait > 0) {
    setHeaders({ 'retry-after': String(wait) });
    error(429);
  }
  const { db } = await runtime();
  return { q, results: await searchMunicipalities(db, q, { limit: MOST_FOUND }) };
}
