/**
 * The PostgreSQL of one test run: started when the first test asks for it, stopped and thrown away at the end.
 *
 * Test files run in several processes; they ask this one, over a port of the loopback address, for a fresh
 * database of their own, copied from a template that was migrated once. Durability is off: a test loses
 * nothing of value.
 */
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { errorCode } from '#server/error-code.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#server/postgres/embedded.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { migrate } from '#server/storage/migrate.ts';
import { loadTerritory } from '#server/storage/territory-load.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseService: string;
  }
}

const PREFIX = 'parole-tenue-tests-';
const TEMPLATE = 'parole_tenue_template';
const COUNTRY = 'parole_tenue_country';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  let cluster: Promise<TestCluster> | null = null;
  const service = createServer((request, response) => {
    // One question a connection: a kept one may be closed by this side just as the next question leaves.
    response.setHeader('connection', 'close');
    cluster ??= startCluster();
    cluster
      .then((running) => running.answer(request.url ?? ''))
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
      );
  });
  project.provide('testDatabaseService', await listen(service));
  return async () => {
    service.closeAllConnections();
    service.close();
    await (await cluster)?.stop();
  };
}

type TestCluster = { answer(path: string): Promise<string>; stop(): Promise<void> };

async function startCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  await chmod(folder, 0o711);
  const postgres = await openEmbeddedPostgres(foldersIn(folder), { role: 'command', durability: 'for-tests' });
  const admin = new pg.Client({ connectionString: postgres.superuserUrl });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE} owner parole_tenue`);
  await migrate(databaseUrl(postgres, TEMPLATE));
  let country: Promise<void> | null = null;
  let count = 0;
  return {
    async answer(path) {
      const name = `test_${(count += 1)}`;
      if (path === '/country') await (country ??= makeCountry(postgres, admin));
      const template = path === '/empty' ? 'template1' : path === '/country' ? COUNTRY : TEMPLATE;
      await admin.query(`create database ${name} template ${template} owner parole_tenue`);
      return databaseUrl(postgres, name);
    },
    async stop() {
      await admin.end();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeCountry(postgres: EmbeddedPostgres, admin: pg.Client): Promise<void> {
  await admin.query(`create database ${COUNTRY} template ${TEMPLATE} owner parole_tenue`);
  const db = openDatabase(databaseUrl(postgres, COUNTRY), { pool: 1 });
  await loadTerritory(db);
  // A database with an open connection cannot be copied.
  await db.destroy();
}

function foldersIn(folder: string): { dataDirectory: string; stateDirectory: string } {
  return { dataDirectory: join(folder, 'data'), stateDirectory: join(tmpdir(), 'parole-tenue-tests-state') };
}

function databaseUrl(postgres: EmbeddedPostgres, name: string): string {
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** A run that was killed leaves its PostgreSQL behind: attach, leave as the last one, and throw away. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const left = await openEmbeddedPostgres(foldersIn(folder), { role: 'command', durability: 'for-tests' });
      await left.close();
    } catch {
      // Half made: there was nothing to stop.
    }
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function listen(service: Server): Promise<string> {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
}
