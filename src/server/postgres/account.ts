/**
 * The system account that runs PostgreSQL: oneself, or, when started as root, an ordinary one, since
 * PostgreSQL refuses to run as root.
 */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { errorReason } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';

/** null: the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const NAME = 'parole-tenue';
const run = promisify(execFile);

/** `owner` is who owns the folder of an existing cluster, null for a new one. */
export async function chooseAccount(owner: { uid: number; gid: number } | null): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = await lookUp(NAME);
  if (existing !== null) return existing;
  const reason = await create(NAME);
  const found = (await lookUp(NAME)) ?? (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (found === null) throw new StartUpFailure({ kind: 'no-postgres-user', reason });
  return found;
}

/** Whether `account` can go into `folder`: every folder on the way must let it through. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (account === null) return true;
  for (let step = folder; ; step = dirname(step)) {
    const { mode, uid, gid } = await stat(step);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (step === dirname(step)) return true;
  }
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const uid = Number((await run('id', ['-u', name])).stdout);
    const gid = Number((await run('id', ['-g', name])).stdout);
    return uid > 0 ? { uid, gid } : null;
  } catch {
    return null;
  }
}

/** Returns why it failed, or an empty text. Debian and Red Hat know `useradd`, Alpine `adduser -S`. */
async function create(name: string): Promise<string> {
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ];
  let reason = '';
  for (const [command, options] of attempts) {
    try {
      await run(command, [...options]);
      return '';
    } catch (error) {
      reason = errorReason(error);
    }
  }
  return reason;
}
