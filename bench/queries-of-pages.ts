/** How many questions the server asks PostgreSQL for one page: counted in the journal of PostgreSQL itself. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';

export type QueryCounter = {
  /** Statements that PostgreSQL carried out while `work` ran; nothing else may use the site meanwhile. */
  readonly during: (work: () => Promise<unknown>) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Every statement of connections opened or not yet is written from now on, until `stop`. */
export async function countQueries({ superuserUrl, place }: EmbeddedPostgres): Promise<QueryCounter> {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query(`alter system set log_statement = 'all'`);
  await admin.query('select pg_reload_conf()');
  /** What is asked of this connection is written after all that was asked before: a mark in the journal. */
  const placeMark = async (): Promise<string> => {
    const words = `/* mark ${randomUUID()} */`;
    for (;;) {
      await admin.query(`select 1 ${words}`);
      if (readFileSync(place.logFile, 'utf8').includes(words)) return words;
    }
  };
  return {
    async during(work) {
      const before = await placeMark();
      await work();
      const after = await placeMark();
      const written = readFileSync(place.logFile, 'utf8');
      const between = written.slice(written.lastIndexOf(before), written.indexOf(after));
      return between.match(/LOG: {2}(?:statement|execute [^:]*): (?!select 1 \/\* mark)/g)?.length ?? 0;
    },
    async stop() {
      await admin.query('alter system reset log_statement');
      await admin.query('select pg_reload_conf()');
      await admin.end();
    },
  };
}
