/**
 * Run by embedded.test.ts in a process of its own, to be killed: opens the database with full durability, commits one
 * row, says its word once it is kept, and stays.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres, type Role } from './embedded.ts';

const [root = '', role = 'command'] = process.argv.slice(2);
const postgres = await openEmbeddedPostgres(
  { dataDirectory: join(root, 'data'), stateDirectory: join(root, 'state') },
  { role: role as Role },
);
const client = new pg.Client({ connectionString: postgres.url });
client.on('error', () => undefined);
await client.connect();
const word = randomUUID();
await client.query('create table if not exists kept (word text not null)');
await client.query('insert into kept values ($1)', [word]);
process.stdout.write(`${word}\n`);
setInterval(() => undefined, 60_000);
