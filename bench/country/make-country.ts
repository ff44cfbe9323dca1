/**
 * A whole country made up, in true communes: 40,000 pacts, 3.8 million stances, plans and assessments. For measuring what the
 * site does with what it may hold one day. The database says that it is synthetic, and so does each page.
 */
import pg from 'pg';
import { editionById } from '#server/charters.ts';
import { openDatabase, type Db } from '#server/storage/connection.ts';
import { migrate } from '#server/storage/migrate.ts';
import { recountTallies } from '#server/storage/tallies.ts';
import { loadTerritory } from '#server/storage/territory-load.ts';
import { readTerritorySource, sourceRelease, type TerritorySource } from '#server/storage/territory-source.ts';
import * as madeUp from './made-up.ts';
import * as words from './made-up-words.ts';
import { makeReviews } from './reviews.ts';

const EDITION = 'pacte-transition-2020';
/** Another charter of the same year. */
const OTHER_EDITION = 'coorace-2020';
/** Instants of nothing: the same country at whatever hour it is made. */
const AT = new Date('2025-06-01T08:00:00Z');
/** Pacts of one turn. */
const TURN = 2000;

export type Country = {
  readonly communes: number;
  readonly pacts: number;
  /** Of each level, of each measure without any, of each principle. */
  readonly stances: number;
  readonly actions: number;
  readonly assessments: number;
  readonly reviews: number;
};

/**
 * `share`: 1 is the whole country, 0.01 one commune in a hundred, from everywhere. Throws when the database holds anything
 * that was not made here. `onStep`: what is about to be done.
 */
export async function makeCountry(
  url: string,
  { share, onStep = () => undefined }: { readonly share: number; readonly onStep?: (step: string) => void },
): Promise<Country> {
  await migrate(url);
  const db = openDatabase(url, { pool: 2, name: 'country' });
  const client = new pg.Client({ connectionString: url, application_name: 'country' });
  await client.connect();
  try {
    await refuseOthers(client);
    onStep('communes');
    await loadPartOfTerritory(db, share);
    await makeUp(client, share, onStep);
    onStep('figures of the country');
    await db.transaction().execute((transaction) => recountTallies(transaction, AT));
    await client.query('vacuum analyze');
    return await countOf(client);
  } finally {
    await client.end();
    await db.destroy();
  }
}

/** Its communes alone, with nothing in them. */
export async function loadPartOfTerritory(db: Db, share: number): Promise<void> {
  const source = partOf(await readTerritorySource(), share);
  // Under the name of the true release, so that the server takes it as it is.
  await loadTerritory(db, { source: { release: await sourceRelease(), read: async () => source } });
}

async function refuseOthers(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    'select from pact union all select from plan union all select from synthetic_country limit 1',
  );
  if (rowCount !== 0) throw new CountryNotEmptyError();
}

/** Nothing is made up among what people wrote. */
export class CountryNotEmptyError extends Error {
  constructor() {
    super('this database already holds pacts or plans: give the synthetic country one of its own');
  }
}

async function makeUp(client: pg.Client, share: number, onStep: (step: string) => void): Promise<void> {
  const editions = [EDITION, OTHER_EDITION].map((id) => editionById(id) ?? missing(id));
  await client.query('insert into synthetic_country (made_at, share) values ($1, $2)', [AT, share]);
  await client.query(madeUp.CHANCE);
  await client.query(words.CHARTER);
  await client.query(words.CHARTER_WORDS, [words.charterRows(editions)]);
  await client.query(words.SAID_OTHERWISE);
  await client.query(words.OBSERVED);
  onStep('lists and pacts');
  await client.query(madeUp.DOCUMENT);
  await client.query(madeUp.LISTS);
  await client.query(madeUp.SILENT_LISTS);
  await client.query(madeUp.PACTS, [EDITION]);
  await client.query(madeUp.OTHER_PACTS, [OTHER_EDITION]);
  await client.query(madeUp.GROUPING_PACTS, [EDITION, share]);
  await client.query('analyze pact, candidate_list');
  await client.query(madeUp.PACT_LISTS);
  await client.query(madeUp.PRINCIPLES, [EDITION]);
  await client.query(madeUp.LOCAL_COMMITMENTS);
  await inTurns(client, 'pact', async (from, to) => {
    onStep(`stances of the pacts ${from} to ${to}`);
    await client.query(madeUp.COMMITMENTS, [from, to]);
  });
  onStep('plans');
  await client.query(madeUp.PLANS);
  await client.query(madeUp.ACTIONS);
  await client.query(madeUp.LINKS, [EDITION]);
  await client.query('analyze');
  onStep('what the two voices say');
  await client.query(madeUp.COLLECTIVE);
  await client.query(madeUp.ASSESSMENTS);
  await client.query(words.REMARKS);
  await client.query('analyze');
  onStep('reviews');
  await inTurns(client, 'pact', async (from, to) => makeReviews(client, { from, to, at: AT }));
  await client.query('analyze review');
}

function missing(id: string): never {
  throw new Error(`no edition ${id}`);
}

async function inTurns(
  client: pg.Client,
  table: 'pact',
  work: (from: number, to: number) => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ least: number; most: number }>(
    `select coalesce(min(id), 1) as least, coalesce(max(id), 0) as most from ${table}`,
  );
  const { least = 1, most = 0 } = rows[0] ?? {};
  for (let from = least; from <= most; from += TURN) await work(from, from + TURN - 1);
}

async function countOf(client: pg.Client): Promise<Country> {
  const { rows } = await client.query<Record<keyof Country, string>>(
    `select (select count(*) from municipality where current and not fictional) as communes,
      (select count(*) from pact) as pacts,
      (select sum(greatest(1, jsonb_array_length(marks))) from commitment) + (select count(*) from pact_principle) as stances,
      (select count(*) from action) as actions,
      (select count(*) from assessment) as assessments,
      (select count(*) from review) as reviews`,
  );
  const [row] = rows;
  const figure = (of: keyof Country): number => Number(row?.[of] ?? 0);
  return {
    communes: figure('communes'),
    pacts: figure('pacts'),
    stances: figure('stances'),
    actions: figure('actions'),
    assessments: figure('assessments'),
    reviews: figure('reviews'),
  };
}

function partOf(source: TerritorySource, share: number): TerritorySource {
  const every = Math.round(1 / share);
  const municipalities = source.municipalities.filter((_, index) => index % every === 0);
  const codes = new Set(municipalities.map(({ code }) => code));
  return {
    ...source,
    municipalities,
    formerNames: source.formerNames.filter(({ municipalityCode }) => codes.has(municipalityCode)),
    merged: source.merged.filter(({ into }) => codes.has(into)),
  };
}
