/**
 * What PostgreSQL writes about itself in `postmaster.pid`, and whether that is still true.
 *
 * After a crash the file stays, and its process number may have been given to another program: it is
 * believed only when that process works inside the very folder of the cluster.
 */
import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
};

/** The running postmaster of this cluster, or null: none, a stale file, or a half-written one. */
export async function findPostmaster(clusterDirectory: string): Promise<Postmaster | null> {
  const text = await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  const postmaster = parsePostmasterFile(text);
  if (postmaster === null) return null;
  return (await worksIn(postmaster.pid, clusterDirectory)) ? postmaster : null;
}

/** Where a cluster that did not stop in order listened; those who were connected look for it there. */
export async function lastPort(clusterDirectory: string): Promise<number | null> {
  const text = await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  return parsePostmasterFile(text)?.port || null;
}

/** Lines: process, folder, start time, port, socket folder, address, shared memory, status. */
export function parsePostmasterFile(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  // PostgreSQL writes a negative number when it runs alone, without accepting connections.
  if (!Number.isSafeInteger(pid) || pid <= 1) return null;
  const port = Number(lines[3] || NaN);
  const status = lines[7];
  if (!Number.isSafeInteger(port) || status === undefined) return { pid, port: 0, status: 'starting' };
  return { pid, port, status: status === 'ready' ? 'ready' : status === 'stopping' ? 'stopping' : 'starting' };
}

/** Whether that process lives and is PostgreSQL on this folder. A zombie does not live. */
export async function worksIn(pid: number, clusterDirectory: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // PostgreSQL makes the cluster its current directory.
    const [here, there] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => null),
      realpath(clusterDirectory).catch(() => null),
    ]);
    return here !== null && here === there;
  }
  try {
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']);
    return stdout.includes(clusterDirectory);
  } catch {
    return false;
  }
}
