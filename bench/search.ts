/** Searching a commune as one types, over the whole country: at the server's function, then through the site. */
import { setImmediate } from 'node:timers/promises';
import { openPostgres } from '#server/postgres/open.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { searchMunicipalities } from '#server/storage/territory-search.ts';
import type { LocalServer } from '../tests/local-server.ts';
import { type Section, fact, milliseconds, promise, quantile } from './measure.ts';
import { searchesFor } from './searches.ts';

const SAMPLE = 150;

/** `dataDirectory` is that of the running site: its database is used, not another one. */
export async function benchSearch(dataDirectory: string, site: LocalServer): Promise<Section> {
  const postgres = await openPostgres(readConfig({ ...process.env, DATA_DIR: dataDirectory }), { role: 'command' });
  const db = openDatabase(postgres.url, { pool: 2, name: 'bench' });
  try {
    const communes = await db.selectFrom('municipality').select(['name', 'postcodes']).orderBy('code').execute();
    const every = Math.floor(communes.length / SAMPLE);
    const sample = communes.filter((_, index) => index % every === 0);
    const searches = searchesFor(sample.map(({ name, postcodes }) => ({ name, postcode: postcodes[0] ?? '' })));

    for (const query of searches.slice(0, 200)) await searchMunicipalities(db, query, { limit: 10 });
    const atFunction = await durations(searches, (query) => searchMunicipalities(db, query, { limit: 10 }));
    // The searches above let nothing else run: connections that the site closed meanwhile are noticed now.
    await setImmediate();
    const throughSite = await durations(
      searches.filter((_, index) => index % 5 === 0),
      async (query) => (await fetch(`${site.origin}/communes?q=${encodeURIComponent(query)}`)).arrayBuffer(),
    );
    const p99 = quantile(atFunction, 0.99);
    return {
      title: 'Searching a commune',
      rows: [
        fact('communes in the database', communes.length.toLocaleString('en')),
        fact('searches', `${searches.length.toLocaleString('en')} of ${sample.length} names`),
        fact('median', milliseconds(quantile(atFunction, 0.5))),
        promise('p99', milliseconds(p99), { bound: '< 10 ms', kept: p99 < 10 }),
        fact('slowest', milliseconds(Math.max(...atFunction))),
        fact('whole page /communes?q=, median', milliseconds(quantile(throughSite, 0.5))),
        fact('whole page /communes?q=, p99', milliseconds(quantile(throughSite, 0.99))),
      ],
      notes: ['Each name letter after letter from the second on, once with a slip of the finger, and its postcode.'],
    };
  } finally {
    await db.destroy();
    await postgres.close();
  }
}

async function durations(queries: readonly string[], search: (query: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    await search(query);
    times.push(performance.now() - start);
  }
  return times;
}
