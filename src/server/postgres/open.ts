/** The PostgreSQL to use: the one of `DATABASE_URL`, otherwise the embedded one of `DATA_DIR`. */
import pg from 'pg';
import type { Config } from '../config.ts';
import { errorReason } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';
import { openEmbeddedPostgres, type EmbeddedOptions } from './embedded.ts';

export type Postgres = {
  readonly url: string;
  /** Folder of the cluster when it stands outside DATA_DIR, null otherwise. */
  readonly elsewhere: string | null;
  readonly close: () => Promise<void>;
};

export async function openPostgres(
  config: Pick<Config, 'dataDirectory' | 'stateDirectory' | 'databaseUrl'>,
  options: EmbeddedOptions,
): Promise<Postgres> {
  if (config.databaseUrl !== null) {
    await refuseUnreachable(config.databaseUrl);
    return { url: config.databaseUrl, elsewhere: null, close: async () => undefined };
  }
  const embedded = await openEmbeddedPostgres(config, options);
  return {
    url: embedded.url,
    elsewhere: embedded.place.elsewhere ? embedded.place.clusterDirectory : null,
    close: embedded.close,
  };
}

async function refuseUnreachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartUpFailure({ kind: 'database-unreachable', reason: errorReason(error) }, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
