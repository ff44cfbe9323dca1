import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { pactRows } from '#server/storage/downloads.ts';
import { searchMunicipalities } from '#server/storage/territory-search.ts';

const RESULTS = 20;

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const q = (url.searchParams.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  if (q === '') return { q, results: [], pacts: (await pactRows(db, { limit: 100 })).rows };
  return { q, results: await searchMunicipalities(db, q, { limit: RESULTS }), pacts: [] };
};
