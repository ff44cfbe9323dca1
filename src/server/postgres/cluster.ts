/**
 * One PostgreSQL cluster on disk: made, started, stopped. Who may use it and who stops it is decided in
 * ./embedded.ts.
 *
 * It listens on the loopback address only, asks for a password, keeps text as UTF-8 and
 * orders it by code point (the builtin provider, the same on every machine; French order is asked for
 * where it is shown: docs/decisions/0001).
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, chown, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';
import type { Place } from './place.ts';
import { findPostmaster, worksIn, type Postmaster } from './postmaster-file.ts';

export const SUPERUSER = 'postgres';

const POLL_MILLISECONDS = 15;
/** Replaying the journal after a crash may take long on a slow disk. */
const START_MILLISECONDS = 180_000;
const STOP_MILLISECONDS = 60_000;
const LOG_BYTES_KEPT = 5_000_000;

export type Durability = 'durable' | 'for-tests';

/** The password of the cluster, made at the first call; only the account of this process can read it. */
export async function readPassword(place: Place): Promise<string> {
  const known = await readFile(place.passwordFile, 'utf8').catch(missing);
  if (known !== null) return known.trim();
  if (await isCluster(place)) throw new StartUpFailure({ kind: 'password-missing', passwordFile: place.passwordFile });
  const draft = `${place.passwordFile}.${randomUUID()}.draft`;
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  // link() fails when the name exists: of two processes starting at once, one password wins.
  await link(draft, place.passwordFile).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  return (await readFile(place.passwordFile, 'utf8')).trim();
}

/** Makes the cluster when there is none. A half-made one is never seen: it takes its name once complete. */
export async function makeCluster(place: Place, password: string, durability: Durability): Promise<void> {
  if (await isCluster(place)) return refuseOtherVersion(place);
  await sweepDrafts(place);
  const draft = `${place.clusterDirectory}.${process.pid}-${randomUUID()}.draft`;
  const passwordCopy = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordCopy, `${password}\n`, { mode: 0o600 });
  if (place.account !== null) {
    await chown(draft, place.account.uid, place.account.gid);
    await chown(passwordCopy, place.account.uid, place.account.gid);
  }
  try {
    await runInitdb(place, { draft, passwordCopy, durability });
    await rename(draft, place.clusterDirectory);
  } catch (error) {
    // Another process finished first.
    if (!(await isCluster(place))) throw error;
  } finally {
    await rm(passwordCopy, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Starts the postmaster and waits until it accepts connections. It outlives this process. After `try-again` (another
 * process was starting it, or a killed one is not quite gone) look for a running one first.
 */
export async function startPostmaster(
  place: Place,
  options: { readonly port: number | null; readonly durability: Durability },
): Promise<Postmaster | 'port-taken' | 'try-again'> {
  const port = options.port ?? (await findFreePort());
  const log = await openLog(place.logFile);
  const before = (await log.stat()).size;
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(options.durability === 'for-tests' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(place.binaries.postgres, ['-D', place.clusterDirectory, ...flags], {
    cwd: place.account === null ? place.clusterDirectory : '/',
    // Its own session: Ctrl-C in a terminal reaches us, and we stop it in order.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: childEnvironment(),
    ...(place.account ?? {}),
  });
  const ended = new Promise<'ended'>((resolve) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', () => resolve('ended'));
  });
  child.unref();
  try {
    const outcome = await Promise.race([ended, waitUntilReady(place, child.pid)]);
    if (outcome !== 'ended') return outcome;
  } finally {
    await log.close();
  }
  return explainEnd(place, before);
}

/** Asks for a fast, orderly stop (open transactions are undone) and waits for it. */
export async function stopPostmaster(place: Place): Promise<void> {
  const postmaster = await findPostmaster(place.clusterDirectory);
  if (postmaster === null) return;
  process.kill(postmaster.pid, 'SIGINT');
  const limit = Date.now() + STOP_MILLISECONDS;
  while (await worksIn(postmaster.pid, place.clusterDirectory)) {
    if (Date.now() > limit) throw new Error(`PostgreSQL (process ${postmaster.pid}) did not stop`);
    await delay(POLL_MILLISECONDS);
  }
}

export async function isCluster(place: Pick<Place, 'clusterDirectory'>): Promise<boolean> {
  return (await readFile(join(place.clusterDirectory, 'PG_VERSION'), 'utf8').catch(missing)) !== null;
}

async function runInitdb(
  place: Place,
  { draft, passwordCopy, durability }: { draft: string; passwordCopy: string; durability: Durability },
): Promise<void> {
  const options = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordCopy}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--set=lc_messages=C',
    ...(durability === 'for-tests' ? ['--no-sync'] : []),
  ];
  const child = spawn(place.binaries.initdb, options, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(),
    ...(place.account ?? {}),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | string>((resolve) => {
    child.once('close', (status) => resolve(status ?? 'killed'));
    child.once('error', (error) => resolve(error.message));
  });
  if (code === 0) return;
  await writeFile(place.logFile, output, { flag: 'a' });
  throw new StartUpFailure({
    kind: 'postgres-will-not-start',
    logFile: place.logFile,
    lastLines: `initdb: ${code}\n${lastLines(output)}`,
  });
}

async function waitUntilReady(place: Place, pid: number | undefined): Promise<Postmaster> {
  const limit = Date.now() + START_MILLISECONDS;
  for (;;) {
    const postmaster = await findPostmaster(place.clusterDirectory);
    if (postmaster?.status === 'ready' && postmaster.pid === pid) return postmaster;
    if (Date.now() > limit) throw await failure(place, 0);
    await delay(POLL_MILLISECONDS);
  }
}

/** The postmaster ended at once: something to try again, or a failure to tell. */
async function explainEnd(place: Place, before: number): Promise<'port-taken' | 'try-again'> {
  const written = (await readFile(place.logFile, 'utf8')).slice(before);
  if (/could not bind|could not create any TCP\/IP sockets/.test(written)) return 'port-taken';
  // The children of a killed postmaster end by themselves within moments.
  if (/pre-existing shared memory block/.test(written)) return delay(POLL_MILLISECONDS * 10, 'try-again');
  if (!/lock file "postmaster\.pid" (already exists|is empty)/.test(written)) throw await failure(place, before);
  const other = await findPostmaster(place.clusterDirectory);
  if (other === null) {
    // The number in the file belongs to an unrelated process: PostgreSQL cannot know, we do. Its own check of
    // the shared memory still guards the folder.
    await rm(join(place.clusterDirectory, 'postmaster.pid'), { force: true });
  }
  return 'try-again';
}

async function failure(place: Place, before: number): Promise<StartUpFailure> {
  const written = (await readFile(place.logFile, 'utf8').catch(() => '')).slice(before);
  return new StartUpFailure({
    kind: 'postgres-will-not-start',
    logFile: place.logFile,
    lastLines: lastLines(written),
  });
}

async function refuseOtherVersion(place: Place): Promise<void> {
  const found = (await readFile(join(place.clusterDirectory, 'PG_VERSION'), 'utf8')).trim();
  const expected = place.binaries.version.split('.')[0] ?? '';
  if (found === expected) return;
  throw new StartUpFailure({ kind: 'cluster-version', clusterDirectory: place.clusterDirectory, found, expected });
}

/** Folders left by a process that was killed while making a cluster. */
async function sweepDrafts(place: Place): Promise<void> {
  const parent = dirname(place.clusterDirectory);
  const form = new RegExp(`^${basename(place.clusterDirectory)}\\.(\\d+)-[0-9a-f-]+\\.draft(\\.password)?$`);
  for (const name of await readdir(parent)) {
    const pid = Number(form.exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    await rm(join(parent, name), { recursive: true, force: true });
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

async function openLog(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES_KEPT) await rename(file, `${file}.old`);
  const log = await open(file, 'a', 0o600);
  await chmod(file, 0o600);
  return log;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Nothing of the visitor's settings (PGPORT, LC_ALL…) may change how the cluster behaves. */
function childEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

function missing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}
