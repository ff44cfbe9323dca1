/**
 * The server in production: settings, PostgreSQL, migrations, territory, first contents, then the built site.
 *
 * Started by bin/start.ts, which builds the site when needed. An entry of our own instead of the
 * adapter's, because the adapter knows nothing of the database and of the address of the site (./request-origin.ts).
 */
import { access } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import { startUpMessage, startUpNotices } from '#ui/messages/start-up.fr.ts';
import { publicAddress, readConfig, type Config } from './config.ts';
import { watchEditions } from './editions-kept.ts';
import { errorReason } from './error-code.ts';
import { importFirstContents, playFirstStories } from './first-contents.ts';
import { expectSecurityHeaders } from './http/security-headers.ts';
import type { Rounds } from './jobs/rounds.ts';
import { startJobs } from './jobs/running-jobs.ts';
import { leaveAddress, takeAddressAway } from './left-address.ts';
import { listen, type Listener } from './listener.ts';
import { openPostgres, type Postgres } from './postgres/open.ts';
import { PROTOCOL_HEADER, settleClientAddress, settleOrigin } from './request-origin.ts';
import { provideRuntime, type Runtime } from './runtime.ts';
import { instanceKey } from './seal/instance-key.ts';
import { StartUpFailure } from './start-up-failure.ts';
import { openDatabase } from './storage/connection.ts';
import { addFictionalMunicipality } from './storage/fictional-municipality.ts';
import { migrate } from './storage/migrate.ts';
import { syntheticCountry } from './storage/synthetic-country.ts';
import { loadTerritory } from './storage/territory-load.ts';
import { warmMunicipalitySearch } from './storage/territory-search.ts';

export type ServerOptions = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the project: the built site is in its `build`. */
  readonly projectDirectory: string;
  /** performance.now() when the start began, for the line that says how long it took. */
  readonly begunAt: number;
  readonly terminal: Terminal;
  /** Called once requests are answered; `port` is the one listened on when PORT is 0. */
  readonly onReady?: (port: number) => void;
};

export type Terminal = {
  readonly say: (line: string) => void;
  /** What went wrong, in a sentence; `error` carries the rest for whoever mends it. */
  readonly complain: (line: string, error?: unknown) => void;
};

/** What was opened so far, to close in order. */
type Opened = {
  readonly stopping: AbortController;
  postgres?: Postgres;
  listener?: Listener;
  runtime?: Runtime;
  jobs?: Rounds;
};

/** Serves until a signal; sets the exit code of the process. Never rejects for what a person can put right. */
export async function serve(options: ServerOptions): Promise<void> {
  const { terminal } = options;
  const opened: Opened = { stopping: new AbortController() };
  let ending: Promise<void> | null = null;
  const end = (exitCode: number): void => {
    process.exitCode = exitCode;
    ending ??= closeInOrder(opened).then(
      () => {
        terminal.say(startUpNotices.stopped);
        process.exit();
      },
      (error: unknown) => {
        terminal.complain(startUpNotices.badStop, error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending === null) terminal.say(startUpNotices.stopping);
      end(0);
    });
  }
  process.on('uncaughtException', (error) => {
    terminal.complain(startUpNotices.bug, error);
    end(1);
  });

  try {
    const config = readConfig(options.environment, options.projectDirectory);
    const loadHandler = await findHandler(options.projectDirectory);
    opened.postgres = await openPostgres(config, {
      role: 'server',
      onLost: (error) => {
        terminal.complain(startUpNotices.databaseLost, error);
        end(1);
      },
    });
    if (opened.postgres.elsewhere !== null) terminal.say(startUpNotices.clusterElsewhere(opened.postgres.elsewhere));
    opened.listener = await listen(config);
    opened.runtime = await prepare({ config, postgres: opened.postgres, terminal, closing: opened.stopping.signal });
    provideRuntime(opened.runtime);
    opened.listener.open(withAddresses(config, await loadHandler(config)));
    const address = publicAddress({ ...config, port: opened.listener.port });
    await leaveAddress(config.dataDirectory, address);
    terminal.say(startUpNotices.listening(address, performance.now() - options.begunAt));
    options.onReady?.(opened.listener.port);
    // Nobody receives a mail about what was made up.
    const mail = opened.runtime.synthetic ? null : config.mail;
    const listening = { ...config, mail, port: opened.listener.port };
    opened.jobs = startJobs({ ...opened.runtime, config: listening }, terminal.complain);
    if (mail === null) terminal.say(startUpNotices.mailsKept(config.publicOrigin === null ? address : null));
  } catch (error) {
    if (error instanceof StartUpFailure) terminal.complain(startUpMessage(error.problem));
    else terminal.complain(startUpNotices.bug, error);
    end(1);
  }
}

async function prepare(given: {
  readonly config: Config;
  readonly postgres: Postgres;
  readonly terminal: Terminal;
  readonly closing: AbortSignal;
}): Promise<Runtime> {
  const { config, postgres, terminal, closing } = given;
  const migrated = await migrate(postgres.url);
  if (migrated.length > 0) terminal.say(startUpNotices.migrated(migrated));
  const db = openDatabase(postgres.url, { pool: config.databasePool });
  await watchEditions(db, { databaseUrl: postgres.url, closing });
  const begun = performance.now();
  const territory = await loadTerritory(db, {
    onStart: (release) => {
      terminal.say(startUpNotices.loadingTerritory(release));
    },
  });
  if (territory.kind === 'loaded') {
    terminal.say(startUpNotices.territoryLoaded(territory.municipalities, performance.now() - begun));
  }
  if (config.demo) await addFictionalMunicipality(db);
  const runtime: Runtime = {
    config,
    db,
    live: { databaseUrl: postgres.url, closing },
    synthetic: await syntheticCountry(db),
  };
  await makeSealKey(runtime, terminal);
  await Promise.all([warmMunicipalitySearch(db), addFirstContents(runtime, terminal)]);
  return runtime;
}

/** A key that cannot be read keeps nobody from reading what is public: it is told, and nothing is sealed meanwhile. */
async function makeSealKey(runtime: Runtime, terminal: Terminal): Promise<void> {
  try {
    await instanceKey(runtime);
  } catch (error) {
    terminal.complain(startUpNotices.noSealKey(errorReason(error)), error);
  }
}

/** A document of the demonstration that cannot be read is no reason to keep the whole site closed. */
async function addFirstContents(runtime: Runtime, terminal: Terminal): Promise<void> {
  try {
    const published = await importFirstContents(runtime);
    await playFirstStories(runtime);
    if (published > 0) terminal.say(startUpNotices.demoImported(published));
  } catch (error) {
    terminal.complain(startUpNotices.demoFailed(errorReason(error)), error);
  }
}

type BuiltSite = { readonly handler: RequestListener };

/** Looks for the built site before anything is opened; loads it when its settings are known. */
async function findHandler(projectDirectory: string): Promise<(config: Config) => Promise<RequestListener>> {
  const file = join(projectDirectory, 'build', 'handler.js');
  await access(file).catch((error: unknown) => {
    throw new StartUpFailure({ kind: 'not-built', buildDirectory: join(projectDirectory, 'build') }, { cause: error });
  });
  return async (config) => {
    // The built handler reads these when it is loaded.
    process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
    process.env['BODY_SIZE_LIMIT'] = String(MAX_FILE_BYTES + ROOM_FOR_FORM_FIELDS);
    if (config.clientAddressHeader !== null) process.env['ADDRESS_HEADER'] = config.clientAddressHeader;
    const { handler } = (await import(pathToFileURL(file).href)) as BuiltSite;
    return handler;
  };
}

const ROOM_FOR_FORM_FIELDS = 1024 * 1024;

function withAddresses(config: Config, handler: RequestListener): RequestListener {
  return (request, response) => {
    settleOrigin(request.headers, config.publicOrigin);
    settleClientAddress(request.headers, {
      header: config.clientAddressHeader,
      address: request.socket.remoteAddress,
    });
    const [path = '/'] = (request.url ?? '/').split('?');
    expectSecurityHeaders(response, { secure: request.headers[PROTOCOL_HEADER] === 'https', path });
    return handler(request, response);
  };
}

async function closeInOrder(opened: Readonly<Opened>): Promise<void> {
  // Pages that stay open would keep their connections until they are cut.
  opened.stopping.abort();
  await opened.listener?.close(opened.runtime?.config.drainSeconds ?? 0);
  if (opened.runtime !== undefined) await takeAddressAway(opened.runtime.config.dataDirectory);
  await opened.jobs?.stop();
  await opened.runtime?.db.destroy();
  await opened.postgres?.close();
}
