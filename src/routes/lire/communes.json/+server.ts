/** Suggestions while one types a commune; the form works without them. */
import type { RequestHandler } from './$types';
import { secondsToWaitToSearch } from '#server/http/search-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { searchMunicipalities } from '#server/storage/territory-search.ts';

export const GET: RequestHandler = async ({ url, getClientAddress }) => {
  const wait = secondsToWaitToSearch(getClientAddress());
  if (wait > 0) {
    return Response.json([], { status: 429, headers: { 'retry-after': String(wait), 'cache-control': 'no-store' } });
  }
  const q = (url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 80);
  const { db } = await runtime();
  const found = await searchMunicipalities(db, q, { limit: 8 });
  return Response.json(
    found.map(({ code, name, department }) => ({ code, name, department })),
    { headers: { 'cache-control': 'no-store' } },
  );
};
