/** What a person asked of /communes: the page and its files answer the same. */
import { runtime } from '#server/runtime.ts';
import { searchMunicipalities, type MunicipalityMatch } from '#server/storage/territory-search.ts';

const RESULTS = 20;

/** At most 20, best first; none when nothing was asked. */
export async function searchAsked(
  url: URL,
): Promise<{ readonly q: string; readonly results: readonly MunicipalityMatch[] }> {
  const q = (url.searchParams.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  const { db } = await runtime();
  return { q, results: q === '' ? [] : await searchMunicipalities(db, q, { limit: RESULTS }) };
}
