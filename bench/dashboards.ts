/**
 * The pages that speak of the whole country, with 1 %, 10 % and 100 % of a made-up one behind them: how long the server takes, how
 * much it asks, and whether it grows with the country. Pages of one commune are each of another commune.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#server/postgres/embedded.ts';
import { startSite } from '../tests/site.ts';
import { makeCountryDatabase } from './country/country-database.ts';
import { fact, promise, quantile, type Row, type Section } from './measure.ts';
import { ask, countEach, type Visit, type Visited } from './visits.ts';

const TIMES = 40;
/** Promised of 95 answers in a hundred on the whole country, in milliseconds. */
const AT_MOST = 50;
const EDITION = 'pacte-transition-2020';

type Part = { readonly share: string; readonly of: number };
const SMALL: Part = { share: '1 %', of: 0.01 };
const TENTH: Part = { share: '10 %', of: 0.1 };
const WHOLE: Part = { share: '100 %', of: 1 };

type Made = Part & {
  readonly url: string;
  readonly communes: number;
  readonly pacts: number;
  readonly stances: number;
  readonly madeInSeconds: number;
  readonly pages: readonly Visited[];
  /** Of each page. */
  readonly queries: readonly number[];
};

type Measured = Made & { readonly memory: number | null; readonly visits: readonly Visit[] };

/** `whole`: the whole country too, which takes some minutes to make. `environment`: that of the site as people run it. */
export async function benchDashboards(
  environment: Readonly<Record<string, string>>,
  { whole }: { readonly whole: boolean },
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-country-'));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const where = { dataDirectory: join(folder, 'data'), stateDirectory: join(folder, 'state') };
    const postgres = await openEmbeddedPostgres(where, { role: 'command', durability: 'for-tests' });
    try {
      const made: Made[] = [];
      for (const part of whole ? [SMALL, TENTH, WHOLE] : [SMALL, TENTH]) {
        made.push(await makePart(postgres, part, environment));
      }
      return sectionOf(await timeSideBySide(made, environment));
    } finally {
      await postgres.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makePart(
  postgres: EmbeddedPostgres,
  part: Part,
  environment: Readonly<Record<string, string>>,
): Promise<Made> {
  const begun = performance.now();
  const { url, communes, pacts, stances } = await makeCountryDatabase(postgres, part.of);
  const madeInSeconds = (performance.now() - begun) / 1000;
  const pages = await pagesOf(url);
  const site = await startSite({ environment: { ...environment, DATABASE_URL: url, DEMO: '0' } });
  try {
    const queries = await countEach(pages, { origin: site.origin, postgres });
    return { ...part, url, communes, pacts, stances, madeInSeconds, pages, queries };
  } finally {
    await site.stop();
  }
}

/** A page of each country after the other: a machine that slows down slows all of them, and their ratio stays. */
async function timeSideBySide(
  made: readonly Made[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly Measured[]> {
  const sites: Awaited<ReturnType<typeof startSite>>[] = [];
  try {
    for (const { url } of made) {
      sites.push(await startSite({ environment: { ...environment, DATABASE_URL: url, DEMO: '0' } }));
    }
    const visits: Visit[][] = made.map(() => []);
    for (const at of made[0]?.pages.keys() ?? []) {
      const durations: number[][] = made.map(() => []);
      const bytes: number[] = made.map(() => 0);
      // The first turn is not counted.
      for (let turn = 0; turn <= TIMES; turn++) {
        for (const [part, { pages }] of made.entries()) {
          const [page, site] = [pages[at], sites[part]];
          if (page === undefined || site === undefined) continue;
          const begun = performance.now();
          bytes[part] = await ask(page, turn, site);
          if (turn > 0) durations[part]?.push(performance.now() - begun);
        }
      }
      for (const [part, { pages, queries }] of made.entries()) {
        const times = durations[part] ?? [];
        visits[part]?.push({
          what: pages[at]?.what ?? '',
          p50: quantile(times, 0.5),
          p95: quantile(times, 0.95),
          queries: queries[at] ?? 0,
          bytes: bytes[part] ?? 0,
        });
      }
    }
    return made.map((part, at) => ({ ...part, visits: visits[at] ?? [], memory: sites[at]?.memory()?.peak ?? null }));
  } finally {
    for (const site of sites) await site.stop();
  }
}

async function pagesOf(url: string): Promise<readonly Visited[]> {
  const communes = await someCommunes(url);
  const of = (path: (commune: Commune, at: number) => string): readonly [string, ...string[]] => {
    const [first, ...others] = communes.map(path);
    if (first === undefined) throw new Error('no commune');
    return [first, ...others];
  };
  const next = (at: number, by: number): Commune =>
    communes[(at + by) % communes.length] ?? { code: '', slug: '', department: '' };
  const filtered = `charte=${EDITION}`;
  return [
    { what: '/observatoire', path: '/observatoire' },
    { what: 'of a département', path: of(({ department }) => `/observatoire?${filtered}&departement=${department}`) },
    {
      what: 'of a région, a size, the majority',
      path: `/observatoire?${filtered}&region=84&taille=500-to-1999&situation=majority`,
    },
    { what: 'of a theme', path: `/observatoire?${filtered}&theme=mobilites` },
    { what: 'between two days', path: `/observatoire?${filtered}&signe_depuis=2020-02-01&signe_jusqu_au=2020-03-15` },
    { what: '/observatoire/carte', path: '/observatoire/carte' },
    { what: 'a département', path: of(({ department }) => `/observatoire/departements/${department}`) },
    { what: 'one measure in the country', path: `/observatoire/mesures/15?${filtered}` },
    { what: 'list behind a figure', path: `/observatoire/liste?${filtered}&mesure=15&niveau=2&position=accepted` },
    {
      what: 'the same, filtered',
      path: `/observatoire/liste?${filtered}&region=84&taille=500-to-1999&mesure=15&position=refused`,
    },
    { what: 'progress of the campaign', path: '/observatoire/progression' },
    { what: 'two campaigns', path: '/observatoire/progression?avec=coorace-2020' },
    {
      what: 'four communes side by side',
      path: of(
        ({ code }, at) =>
          `/observatoire/comparer?communes=${[code, ...[1, 2, 3].map((by) => next(at, by).code)].join(',')}`,
      ),
    },
    { what: 'a commune', path: of(({ code, slug }) => `/communes/${code}-${slug}`) },
    { what: 'communes that resemble it', path: of(({ code, slug }) => `/communes/${code}-${slug}/semblables`) },
    { what: 'its lists side by side', path: of(({ code, slug }) => `/communes/${code}-${slug}/listes-comparees`) },
    { what: 'a measure of the charter', path: `/chartes/${EDITION}/mesures/15` },
    { what: 'the same, seen from a commune', path: of(({ code }) => `/chartes/${EDITION}/mesures/15?code=${code}`) },
    { what: 'what became of a measure', path: `/chartes/${EDITION}/mesures/15/campagne` },
  ];
}

type Commune = { readonly code: string; readonly slug: string; readonly department: string };

/** From everywhere, the same number whatever the size of the country. */
async function someCommunes(url: string): Promise<readonly Commune[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Commune>(
      `select code, slug, department_code as department from municipality
       where current and not fictional and region_code is not null order by md5(code) limit ${TIMES + 1}`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

function sectionOf(measured: readonly Measured[]): Section {
  const smallest = measured[0];
  const largest = measured.at(-1);
  const rows = (largest?.visits ?? []).map(({ what }, at): Row => {
    const visits = measured.flatMap(({ share, visits: all }) => {
      const visit = all[at];
      return visit === undefined ? [] : [{ share, visit }];
    });
    const last = visits.at(-1);
    const growth = (last?.visit.p50 ?? NaN) / (visits[0]?.visit.p50 ?? NaN);
    const times = visits.map(({ share, visit: { p50, p95 } }) => `${share}: ${p50.toFixed(0)} / ${p95.toFixed(0)} ms`);
    const queries = [...new Set(visits.map(({ visit }) => visit.queries))].join(' to ');
    const value = `${times.join(', ')}; ${queries} queries, ${Math.round((last?.visit.bytes ?? 0) / 1000)} kB; ${growth.toFixed(1)} times`;
    if (last?.share !== WHOLE.share) return fact(what, value);
    return promise(what, value, { bound: `p95 < ${AT_MOST} ms`, kept: last.visit.p95 < AT_MOST });
  });
  return {
    title: 'The dashboards of the country',
    rows: [
      ...measured.map(({ share, communes, pacts, stances, madeInSeconds, memory }) =>
        fact(
          `${share}: made in ${madeInSeconds.toFixed(0)} s`,
          `${communes.toLocaleString('en')} communes, ${pacts.toLocaleString('en')} pacts, ${stances.toLocaleString('en')} stances${memory === null ? '' : `, the server held ${(memory / 1e6).toFixed(0)} MB at most`}`,
        ),
      ),
      ...rows,
    ],
    notes: [
      `Each page asked ${TIMES} times, one visitor, whole answer received on this machine; pages of one commune or département are each of another.`,
      `p50 / p95; what is promised is promised of 100 %. Then how many times the median of ${smallest?.share ?? ''} that of ${largest?.share ?? ''} is.`,
      'The countries are asked in turns, page by page. Queries are counted in the journal of PostgreSQL, apart; the site’s own rounds may add one.',
    ],
  };
}
