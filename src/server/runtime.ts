/**
 * What the routes ask the machine for: the settings and the database, opened once in a process.
 *
 * In production ./main.ts opens them and hands them over before it listens; the built handler is another
 * copy of this module, hence the place on globalThis. Under `vite dev` nobody hands anything over, and
 * the first request opens them. Nothing is opened when this module is merely imported (as the build does).
 */
import { readConfig, type Config } from './config.ts';
import { watchEditions } from './editions-kept.ts';
import { openPostgres } from './postgres/open.ts';
import { openDatabase, type Db } from './storage/connection.ts';
import { migrate } from './storage/migrate.ts';
import { syntheticCountry, type SyntheticCountry } from './storage/synthetic-country.ts';

export type Runtime = {
  readonly config: Config;
  readonly db: Db;
  /** For pages that stay open. Absent: nothing is told to them (a command, most tests). */
  readonly live?: Live;
  /** Everything was made up, to measure the site: pages and files say so. Absent or null: what people wrote. */
  readonly synthetic?: SyntheticCountry | null;
};

export type Live = {
  /** Of PostgreSQL: listening needs a connection of its own. */
  readonly databaseUrl: string;
  /** The server stops: whatever stays open ends now. */
  readonly closing: AbortSignal;
};

declare global {
  var paroleTenueRuntime: Promise<Runtime> | undefined;
}

/** The one runtime of this process; opens it at the first call. Throws StartUpFailure, and then tries anew next time. */
export function runtime(): Promise<Runtime> {
  const opening = (globalThis.paroleTenueRuntime ??= openForDevelopment());
  opening.catch(() => (globalThis.paroleTenueRuntime = undefined));
  return opening;
}

/** Hands over what was opened elsewhere: ./main.ts before it listens, a test before it calls a route. */
export function provideRuntime(given: Runtime): void {
  globalThis.paroleTenueRuntime = Promise.resolve(given);
}

async function openForDevelopment(): Promise<Runtime> {
  const config = readConfig(process.env);
  const postgres = await openPostgres(config, { role: 'command' });
  await migrate(postgres.url);
  const db = openDatabase(postgres.url, { pool: config.databasePool });
  process.once('SIGTERM', () => void postgres.close());
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  const runtime: Runtime = {
    config,
    db,
    live: { databaseUrl: postgres.url, closing: stopping.signal },
    synthetic: await syntheticCountry(db),
  };
  if (runtime.live !== undefined) await watchEditions(db, runtime.live);
  // What a new site shows, as in production; these modules ask for the runtime themselves.
  const [{ loadTerritory }, { addFictionalMunicipality }, { importFirstContents, playFirstStories }] =
    await Promise.all([
      import('./storage/territory-load.ts'),
      import('./storage/fictional-municipality.ts'),
      import('./first-contents.ts'),
    ]);
  await loadTerritory(db, {});
  if (config.demo) await addFictionalMunicipality(db);
  await importFirstContents(runtime);
  await playFirstStories(runtime);
  return runtime;
}
