/**
 * One PostgreSQL for one DATA_DIR, shared by the server and the commands that run beside it.
 *
 * Whoever comes first starts it, others attach, and the last to leave stops it. Users are counted by a
 * shared lock inside PostgreSQL itself, held by one idle connection each, so that a process killed without
 * warning is forgotten at once: there is no count to repair. A server also holds a lock of its own,
 * which is how a second server on the same folder is refused. A PostgreSQL that outlived its server is
 * attached to like any other (docs/decisions/0001).
 */
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { errorCode, errorReason } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';
import { makeCluster, readPassword, startPostmaster, stopPostmaster, SUPERUSER, type Durability } from './cluster.ts';
import { choosePlace, type Place } from './place.ts';
import { findPostmaster, lastPort } from './postmaster-file.ts';

/** `server`: alone of its kind on a folder. `command`: any number, beside a server or not. */
export type Role = 'server' | 'command';

export type EmbeddedPostgres = {
  /** Of the site's own database, for an account without special rights. */
  readonly url: string;
  /** Of the maintenance database, all rights: making databases for tests, backups. */
  readonly superuserUrl: string;
  readonly place: Place;
  /** Whether this process had to start it. */
  readonly started: boolean;
  /** Leaves; stops PostgreSQL when nobody else uses it. Idempotent. */
  readonly close: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly role: Role;
  readonly durability?: Durability;
  /** Called once if PostgreSQL is lost and does not come back: this process should end. */
  readonly onLost?: (error: unknown) => void;
};

const SITE = 'parole_tenue';
/** Advisory locks, in the maintenance database. ASCII of "use" and "srv". */
const IN_USE = 0x757365;
const SERVER = 0x737276;
const ATTEMPTS = 400;
const BETWEEN_ATTEMPTS_MILLISECONDS = 25;
/** A server killed a moment ago may still seem to be there. */
const SERVER_ATTEMPTS = 80;

type Hold = { readonly keeper: pg.Client; readonly port: number; readonly started: boolean };
type Access = { readonly place: Place; readonly password: string; readonly options: EmbeddedOptions };

export async function openEmbeddedPostgres(
  folders: Pick<Config, 'dataDirectory' | 'stateDirectory'>,
  options: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  const place = await choosePlace(folders);
  const password = await readPassword(place);
  await makeCluster(place, password, options.durability ?? 'durable');
  const access: Access = { place, password, options };
  let hold = await take(access, null);
  try {
    if (options.role === 'server') await takeServerLock(hold.keeper, folders.dataDirectory);
    await makeSiteDatabase(hold.keeper, password);
  } catch (error) {
    await leave(access, hold);
    throw error;
  }

  let closing: Promise<void> | null = null;
  const watch = (held: Hold): void => {
    held.keeper.once('end', () => {
      if (closing !== null) return;
      // PostgreSQL restarted or was killed: hold it again, on the same port, since the pools know that one.
      take(access, held.port).then(
        async (again) => {
          hold = again;
          if (options.role === 'server') await again.keeper.query('select pg_try_advisory_lock($1)', [SERVER]);
          if (again.port === held.port) watch(again);
          else options.onLost?.(new Error('PostgreSQL came back on another port'));
        },
        (error: unknown) => options.onLost?.(error),
      );
    });
  };
  watch(hold);

  return {
    url: urlOf({ user: SITE, password, port: hold.port, database: SITE }),
    superuserUrl: urlOf({ user: SUPERUSER, password, port: hold.port, database: 'postgres' }),
    place,
    started: hold.started,
    close: () => (closing ??= leave(access, hold)),
  };
}

/** Attaches to the running PostgreSQL or starts it; comes back holding the shared lock. */
async function take(access: Access, port: number | null): Promise<Hold> {
  const { place, options } = access;
  let started = false;
  let wanted = port ?? (await lastPort(place.clusterDirectory));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const postmaster = await findPostmaster(place.clusterDirectory);
    if (postmaster === null) {
      const outcome = await startPostmaster(place, { port: wanted, durability: options.durability ?? 'durable' });
      if (outcome === 'port-taken') wanted = null;
      started = typeof outcome === 'object';
      continue;
    }
    const keeper = postmaster.status === 'ready' ? await connect(access, postmaster.port) : null;
    if (keeper !== null) {
      // It may stop while it is asked: no answer is no.
      const asked = isTrue(keeper, 'select pg_try_advisory_lock_shared($1) as answer', IN_USE);
      if (await asked.catch(() => false)) return { keeper, port: postmaster.port, started };
      // The last user is stopping it: wait for that, then start it again.
      await end(keeper);
    }
    await delay(BETWEEN_ATTEMPTS_MILLISECONDS);
  }
  throw new StartUpFailure({ kind: 'database-unreachable', reason: `no answer in ${place.clusterDirectory}` });
}

async function leave({ place }: Access, { keeper }: Hold): Promise<void> {
  const last = await keeper
    .query('select pg_advisory_unlock_shared($1)', [IN_USE])
    .then(() => isTrue(keeper, 'select pg_try_advisory_lock($1) as answer', IN_USE))
    .catch(() => false);
  // Held until the very end, so that a newcomer waits instead of connecting to what is about to stop.
  if (last) await stopPostmaster(place);
  await end(keeper);
}

async function connect({ password }: Access, port: number): Promise<pg.Client | null> {
  const keeper = new pg.Client({
    connectionString: urlOf({ user: SUPERUSER, password, port, database: 'postgres' }),
    application_name: 'parole-tenue keeper',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // Told by 'end' as well; without a listener an 'error' would end the process.
  keeper.on('error', () => undefined);
  try {
    await keeper.connect();
    return keeper;
  } catch (error) {
    await end(keeper);
    // 28P01: the password file is not the one of this cluster. Waiting would not help.
    if (errorCode(error) === '28P01') {
      throw new StartUpFailure({ kind: 'database-unreachable', reason: errorReason(error) });
    }
    return null;
  }
}

async function takeServerLock(keeper: pg.Client, dataDirectory: string): Promise<void> {
  for (let attempt = 0; attempt < SERVER_ATTEMPTS; attempt += 1) {
    if (await isTrue(keeper, 'select pg_try_advisory_lock($1) as answer', SERVER)) return;
    await delay(BETWEEN_ATTEMPTS_MILLISECONDS);
  }
  throw new StartUpFailure({ kind: 'folder-in-use', dataDirectory });
}

/** The site's own account and database; the account cannot read files or run programs. */
async function makeSiteDatabase(keeper: pg.Client, password: string): Promise<void> {
  const { rows } = await keeper.query('select 1 from pg_database where datname = $1', [SITE]);
  if (rows.length > 0) return;
  await keeper.query('select pg_advisory_lock($1)', [IN_USE + 1]);
  try {
    const role = await keeper.query('select 1 from pg_roles where rolname = $1', [SITE]);
    if (role.rows.length === 0) {
      await keeper.query(`create role ${SITE} login password ${pg.escapeLiteral(password)}`);
    }
    const database = await keeper.query('select 1 from pg_database where datname = $1', [SITE]);
    if (database.rows.length === 0) await keeper.query(`create database ${SITE} owner ${SITE}`);
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [IN_USE + 1]);
  }
}

async function isTrue(client: pg.Client, question: string, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ answer: boolean }>(question, [lock]);
  return rows[0]?.answer === true;
}

async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}

function urlOf(parts: { user: string; password: string; port: number; database: string }): string {
  return `postgres://${parts.user}:${parts.password}@127.0.0.1:${parts.port}/${parts.database}`;
}
