/**
 * What a town hall and a collective work with for six years: a plan of 1,000 actions, a review of 32 measures, a
 * spreadsheet of 5,000 rows. In the commune of the demonstration, by the same acts as everybody's, in a site of its own.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { openEmbeddedPostgres } from '#server/postgres/embedded.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { startSite } from '../tests/site.ts';
import { benchImport } from './imports.ts';
import { benchLargePlan } from './large-plan.ts';
import type { Section } from './measure.ts';
import { benchReview } from './review.ts';
import type { RunningSite } from './running-site.ts';

/** Each section as it ends, by the name of its place in docs/performance.md. `environment`: that of the site as people run it. */
export async function* benchMandate(
  environment: Readonly<Record<string, string>>,
): AsyncGenerator<readonly [name: string, section: Section]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-mandate-'));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const server = await startSite({ dataDirectory: folder, environment });
    const postgres = await openEmbeddedPostgres(readConfig({ ...process.env, DATA_DIR: folder }), { role: 'command' });
    const db = openDatabase(postgres.url, { pool: 2, name: 'bench' });
    const site: RunningSite = { origin: server.origin, postgres, db };
    try {
      yield ['large-plan', await benchLargePlan(site)];
      yield ['review', await benchReview(site)];
      yield ['import', await benchImport(site)];
    } finally {
      await db.destroy();
      await server.stop();
      await postgres.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
