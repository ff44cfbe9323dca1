/** The database for one command: shared with a running server, never fought over (src/server/postgres/embedded.ts). */
import { readConfig } from '#server/config.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { leftAddress } from '#server/left-address.ts';
import { openPostgres } from '#server/postgres/open.ts';
import type { Runtime } from '#server/runtime.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { migrate } from '#server/storage/migrate.ts';
import { loadTerritory } from '#server/storage/territory-load.ts';

export async function withRuntime<Value>(
  given: { readonly environment: NodeJS.ProcessEnv; readonly projectDirectory: string },
  work: (runtime: Runtime) => Promise<Value>,
): Promise<Value> {
  const config = readConfig(given.environment, given.projectDirectory);
  const postgres = await openPostgres(config, { role: 'command' });
  try {
    await migrate(postgres.url);
    const db = openDatabase(postgres.url, { pool: 2, name: 'parole-tenue cli' });
    try {
      await loadTerritory(db);
      await refreshEditions(db);
      const publicOrigin = config.publicOrigin ?? (await leftAddress(config.dataDirectory));
      return await work({ config: { ...config, publicOrigin }, db });
    } finally {
      await db.destroy();
    }
  } finally {
    await postgres.close();
  }
}
