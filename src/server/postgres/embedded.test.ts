/**
 * PostgreSQL beside the site, as it lives: crashes, neighbours, closed folders. Each test starts real ones, in processes
 * of their own where it kills them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { StartUpFailure } from '../start-up-failure.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres, type Role } from './embedded.ts';
import { findPostmaster } from './postmaster-file.ts';

let root = '';
const opened: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

// One folder for the file: making a cluster is the long part. Each test leaves it stopped and sound.
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parole-tenue-lifecycle-'));
  await chmod(root, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((postgres) => postgres.close()));
  // Whatever a killed process left running: attach, leave as the last one.
  if (await isRunning()) await (await openEmbeddedPostgres(folders(), { role: 'command' })).close();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const folders = (name = 'data') => ({ dataDirectory: join(root, name), stateDirectory: join(root, 'state') });

async function open(role: Role = 'command', name = 'data'): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres(folders(name), { role, durability: 'for-tests' });
  opened.push(postgres);
  return postgres;
}

async function isRunning(): Promise<boolean> {
  return (await findPostmaster(join(root, 'data', 'postgres'))) !== null;
}

/** Another process that opens the folder, writes one row it is told was kept, and stays until killed. */
async function startInAnotherProcess(role: Role): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-for-tests.ts'), root, role], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function problemOf(act: Promise<unknown>): Promise<unknown> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof StartUpFailure ? error.problem : error;
}

describe('a new folder', () => {
  test('gets a database in UTF-8 whose order and letters are the same on every machine', async () => {
    const { url } = await open();
    expect(
      await query(
        url,
        `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
        from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
    expect(await query(url, `select upper('œuvrer à l’été, ça') as words`)).toEqual([{ words: 'ŒUVRER À L’ÉTÉ, ÇA' }]);
  });

  test('keeps its password to itself, and listens to this machine only', async () => {
    const { url, superuserUrl } = await open();
    expect((await stat(join(root, 'data', 'postgres-password'))).mode & 0o777).toBe(0o600);
    expect(await query(superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const without = new URL(url);
    without.password = 'wrong';
    await expect(query(without.href, 'select 1')).rejects.toThrow(/password/);
  });

  test('gives the site an account that cannot read files nor run programs', async () => {
    const { url } = await open();
    await expect(query(url, `select pg_read_file('/etc/passwd')`)).rejects.toThrow(/permission denied/);
    await expect(query(url, `copy (select 1) to program 'id'`)).rejects.toThrow(/permission denied/);
    await query(url, 'create extension pg_trgm; create extension unaccent');
  });

  test('opened by four processes at once is made once and serves all', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => open('command', 'at-once')));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect(all.filter(({ started }) => started)).toHaveLength(1);
    expect((await readdir(join(root, 'at-once'))).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('is cleared of what a start killed half way left', async () => {
    const left = 'postgres.999999999-0a1b.draft';
    await mkdir(join(root, 'half', left), { recursive: true });
    await chmod(join(root, 'half'), 0o711);
    await open('command', 'half');
    expect(await readdir(join(root, 'half'))).not.toContain(left);
  });
});

describe('the last to leave stops it', () => {
  test('a command beside a server leaves it running', async () => {
    const server = await open('server');
    const command = await open('command');
    await command.close();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    expect(await isRunning()).toBe(false);
  });

  test('a server that stops does not cut a command short', async () => {
    const server = await open('server');
    const command = await open('command');
    await server.close();
    expect(await query(command.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await command.close();
    expect(await isRunning()).toBe(false);
  });

  test('opening while the last one is leaving waits, then serves', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await open();
      const [, second] = await Promise.all([first.close(), open()]);
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await second.close();
    }
  });

  test('closing twice is closing once', async () => {
    const postgres = await open();
    await Promise.all([postgres.close(), postgres.close()]);
    expect(await isRunning()).toBe(false);
  });
});

describe('two servers on one folder', () => {
  test('are refused, from the same process or another', async () => {
    await startInAnotherProcess('server');
    const refused = { kind: 'folder-in-use', dataDirectory: join(root, 'data') };
    expect(await problemOf(open('server'))).toEqual(refused);
    const command = await open('command');
    expect(await query(command.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('are both welcome in two folders', async () => {
    const [one, two] = await Promise.all([open('server', 'one'), open('server', 'two')]);
    expect(one.url).not.toBe(two.url);
  });
});

describe('after a crash', () => {
  test('kill -9 of the server: the next one takes over what still runs, and every row that was told kept is there', async () => {
    const { child, said } = await startInAnotherProcess('server');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isRunning()).toBe(true);
    const next = await open('server');
    expect(next.started).toBe(false);
    expect(await query(next.url, 'select word from kept')).toContainEqual({ word: said });
    await next.close();
    expect(await isRunning()).toBe(false);
  });

  test('kill -9 of everything: the next one starts again with every row that was told kept', async () => {
    const { child, said } = await startInAnotherProcess('server');
    const postmaster = await findPostmaster(join(root, 'data', 'postgres'));
    child.kill('SIGKILL');
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    await once(child, 'exit');
    const next = await open('server');
    expect(next.started).toBe(true);
    expect(await query(next.url, 'select word from kept')).toContainEqual({ word: said });
  });

  test('a file left behind whose number now belongs to another program does not stop it', async () => {
    const first = await open();
    const file = join(first.place.clusterDirectory, 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.close();
    // This very process: alive, and no PostgreSQL.
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    const next = await open();
    expect(next.started).toBe(true);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('kill -9 of PostgreSQL alone: the server gets it back at the same address', async () => {
    const server = await open('server');
    const before = await findPostmaster(server.place.clusterDirectory);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    const again = await open('command');
    expect(again.url).toBe(server.url);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a folder that cannot be used', () => {
  test('made by another version says which', async () => {
    const first = await open();
    await first.close();
    await writeFile(join(first.place.clusterDirectory, 'PG_VERSION'), '15\n');
    const problem = await problemOf(open());
    await writeFile(join(first.place.clusterDirectory, 'PG_VERSION'), '18\n');
    expect(problem).toMatchObject({ kind: 'cluster-version', found: '15', expected: '18' });
  });

  test('that is a file, or lost its password, says so', async () => {
    await writeFile(join(root, 'file'), '');
    expect(await problemOf(open('command', 'file'))).toMatchObject({ kind: 'folder-not-writable' });
    const first = await open();
    await first.close();
    await rm(first.place.passwordFile);
    const problem = await problemOf(open());
    await writeFile(first.place.passwordFile, new URL(first.url).password, { mode: 0o600 });
    expect(problem).toMatchObject({ kind: 'password-missing' });
  });

  test('with settings that PostgreSQL refuses shows the end of its journal', async () => {
    const first = await open();
    await first.close();
    const settings = join(first.place.clusterDirectory, 'postgresql.auto.conf');
    const kept = await readFile(settings, 'utf8');
    await writeFile(settings, `${kept}\nno_such_setting = 'x'\n`);
    const problem = await problemOf(open());
    await writeFile(settings, kept);
    expect(problem).toMatchObject({ kind: 'postgres-will-not-start' });
    expect(JSON.stringify(problem)).toContain('no_such_setting');
  });
});

// Only root runs PostgreSQL as somebody else. Elsewhere the folder is one's own, and nothing needs to move.
describe.runIf(process.getuid?.() === 0)('started as root in a folder closed to others', () => {
  test('puts the database in the state directory, one for each folder, and finds it again', async () => {
    const closed = join(root, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const first = await open('server', 'closed/data');
    expect(first.place.elsewhere).toBe(true);
    expect(first.place.clusterDirectory).toMatch(new RegExp(`^${join(root, 'state')}/[0-9a-f]{16}/postgres$`));
    await query(first.url, 'create table kept (word text)');
    const other = await open('server', 'closed/other');
    expect(other.place.clusterDirectory).not.toBe(first.place.clusterDirectory);
    await Promise.all([first.close(), other.close()]);
    const again = await open('server', 'closed/data');
    expect(await query(again.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }]);
  });

  test('refuses rather than forget a database made before the folder was closed', async () => {
    const folder = join(root, 'later');
    await mkdir(folder);
    await chmod(folder, 0o755);
    await (await open('command', 'later/data')).close();
    await chmod(folder, 0o700);
    expect(await problemOf(open('command', 'later/data'))).toMatchObject({ kind: 'cluster-out-of-reach' });
  });
});
