/**
 * Where the files of PostgreSQL stand, who runs it, and with which binaries.
 *
 * Usually `DATA_DIR/postgres`. Started as root from a folder that others cannot enter (a clone in root's
 * home), PostgreSQL, which runs as an ordinary account, could not reach it: its files then stand
 * in a folder of their own under the system's state directory, one for each DATA_DIR, whose path is noted in
 * `DATA_DIR/postgres-location` so that moving DATA_DIR does not lose them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { errorCode, errorReason } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';
import { canEnter, chooseAccount, type Account } from './account.ts';
import { copyBinaries, findBinaries, type Binaries } from './binaries.ts';

export type Place = {
  readonly clusterDirectory: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly passwordFile: string;
  readonly logFile: string;
  /** True when the cluster stands outside DATA_DIR. */
  readonly elsewhere: boolean;
};

type Folders = Pick<Config, 'dataDirectory' | 'stateDirectory'>;

/** Makes DATA_DIR when missing. Throws StartUpFailure when the files are out of reach. */
export async function choosePlace({ dataDirectory, stateDirectory }: Folders): Promise<Place> {
  await makeDataDirectory(dataDirectory);
  const local = join(dataDirectory, 'postgres');
  const noted = await readFile(join(dataDirectory, 'postgres-location'), 'utf8').catch(() => null);
  const known = noted?.trim() || local;
  const owner = await ownerOf(known);
  const account = await chooseAccount(owner);
  const clusterDirectory =
    known === local && !(await canEnter(account, dataDirectory))
      ? await moveOut({ dataDirectory, stateDirectory, account, owner })
      : known;
  refuseOthersCluster(clusterDirectory, await ownerOf(clusterDirectory));
  const binaries = await findBinaries();
  return {
    clusterDirectory,
    account,
    binaries: (await canEnter(account, join(binaries.root, 'bin')))
      ? binaries
      : await copyBinaries(binaries, stateDirectory),
    passwordFile: join(dataDirectory, 'postgres-password'),
    logFile: join(dataDirectory, 'postgres.log'),
    elsewhere: clusterDirectory !== local,
  };
}

async function makeDataDirectory(dataDirectory: string): Promise<void> {
  try {
    // Private; but root must let the account of PostgreSQL pass through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    await mkdir(dirname(dataDirectory), { recursive: true });
    await mkdir(dataDirectory, { mode }).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    if (!(await stat(dataDirectory)).isDirectory()) throw new Error('not a directory');
    const probe = join(dataDirectory, `.write-probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe, { force: true });
  } catch (error) {
    throw new StartUpFailure(
      { kind: 'folder-not-writable', dataDirectory, reason: errorReason(error) },
      { cause: error },
    );
  }
}

async function moveOut(given: Folders & { account: Account; owner: { uid: number } | null }): Promise<string> {
  const { dataDirectory, stateDirectory, account, owner } = given;
  if (owner !== null) {
    // A cluster stands there already and its folder was closed since: moving data is a person's decision.
    const clusterDirectory = join(dataDirectory, 'postgres');
    throw new StartUpFailure({ kind: 'cluster-out-of-reach', clusterDirectory, ownerId: owner.uid });
  }
  const hash = createHash('sha256')
    .update(await realpath(dataDirectory))
    .digest('hex')
    .slice(0, 16);
  const folder = join(stateDirectory, hash);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const clusterDirectory = join(folder, 'postgres');
  if (!(await canEnter(account, folder))) {
    throw new StartUpFailure({ kind: 'cluster-out-of-reach', clusterDirectory, ownerId: account?.uid ?? 0 });
  }
  await writeFile(join(dataDirectory, 'postgres-location'), `${clusterDirectory}\n`);
  return clusterDirectory;
}

function refuseOthersCluster(clusterDirectory: string, owner: { uid: number } | null): void {
  const self = process.getuid?.();
  if (owner === null || self === undefined || self === 0 || owner.uid === self) return;
  throw new StartUpFailure({ kind: 'cluster-out-of-reach', clusterDirectory, ownerId: owner.uid });
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  return stat(folder).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );
}
