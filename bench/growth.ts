/**
 * Whether a page costs more because the country has more communes: the commune page and the search of the real server,
 * with 1 %, 10 % and 100 % of the communes, each with its pact. Each page is asked once, so that nothing is remembered.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres } from '#server/postgres/embedded.ts';
import { startSite } from '../tests/site.ts';
import { type Section, fact, milliseconds, promise, quantile } from './measure.ts';
import { makeCountryDatabase, type CountryDatabase } from './country/country-database.ts';
import { searchesFor } from './searches.ts';

const PARTS = [
  { share: '1 %', of: 0.01 },
  { share: '10 %', of: 0.1 },
  { share: '100 %', of: 1 },
] as const;
/** Pages asked before those that count, and those that count. */
const BEFORE = 100;
const COUNTED = 200;

type Cost = { readonly share: string; readonly communes: number; readonly page: number; readonly search: number };

export async function benchGrowth(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const where = { dataDirectory: join(folder, 'data'), stateDirectory: join(folder, 'state') };
    const postgres = await openEmbeddedPostgres(where, { role: 'command', durability: 'for-tests' });
    try {
      const costs: Cost[] = [];
      for (const { share, of } of PARTS) {
        costs.push({ share, ...(await costsOf(await makeCountryDatabase(postgres, of))) });
      }
      return sectionOf(costs);
    } finally {
      await postgres.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sectionOf(costs: readonly Cost[]): Section {
  const small = costs[0]?.page ?? NaN;
  const whole = costs.at(-1)?.page ?? NaN;
  return {
    title: 'Growing with the country',
    rows: [
      ...costs.map(({ share, communes, page, search }) =>
        fact(
          `${share}: ${communes.toLocaleString('en')} communes`,
          `page ${milliseconds(page)}, search ${milliseconds(search)}`,
        ),
      ),
      promise('commune page: the whole country beside 1 %', (whole / small).toFixed(2), {
        bound: 'does not grow: < 1.5',
        kept: whole / small < 1.5,
      }),
      fact(
        'page of a search: the whole country beside 1 %',
        ((costs.at(-1)?.search ?? NaN) / (costs[0]?.search ?? NaN)).toFixed(2),
      ),
    ],
    notes: [`Median of ${COUNTED} pages, each of another commune of a made-up country (npm run country), one visitor.`],
  };
}

async function costsOf({ url, communes }: CountryDatabase): Promise<Omit<Cost, 'share'>> {
  const named = await someCommunes(url);
  const site = await startSite({ environment: { DATABASE_URL: url, DEMO: '0' } });
  try {
    const pages = named.map(({ code }) => `/communes/${code}`);
    const searches = searchesFor(named.slice(0, COUNTED / 4)).map(
      (asked) => `/communes?q=${encodeURIComponent(asked)}`,
    );
    return {
      communes,
      page: await medianOf(site.origin, pages),
      search: await medianOf(site.origin, searches.slice(0, BEFORE + COUNTED)),
    };
  } finally {
    await site.stop();
  }
}

/** From everywhere, the same number whatever the size of the country. */
async function someCommunes(url: string): Promise<{ code: string; name: string; postcode: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string; name: string; postcode: string }>(
      `select code || '-' || slug as code, name, coalesce(postcodes[1], '') as postcode from municipality
       order by md5(code) limit ${BEFORE + COUNTED}`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** Milliseconds, the first pages left out. Throws when an answer is not a page. */
async function medianOf(origin: string, paths: readonly string[]): Promise<number> {
  const durations: number[] = [];
  for (const path of paths) {
    const start = performance.now();
    const response = await fetch(origin + path);
    await response.arrayBuffer();
    durations.push(performance.now() - start);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
  }
  return quantile(durations.slice(BEFORE), 0.5);
}
