/**
 * A server program started on a free port of this machine, until it answers, and stopped again.
 *
 * Used by the journeys, the audit and the benchmarks; it knows nothing of what the program serves.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export type LocalServer = {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly origin: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startedIn: number;
  /** Memory that the process holds now and at its most, in bytes; null where the system does not say. */
  readonly memory: () => { readonly now: number; readonly peak: number } | null;
  /** Asks the process to end and waits for it. */
  readonly stop: () => Promise<void>;
};

export type Program = {
  /** Parameters of Node; `{port}` is replaced. */
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What to ask for, to know that it answers. */
  readonly probe?: string;
  readonly patience?: number;
  /** One that an earlier program had; without it any free one. */
  readonly port?: number;
};

/** Starts the program. Throws, with what it printed, when it ends or stays silent longer than `patience` (120 s). */
export async function startLocalServer(program: Program): Promise<LocalServer> {
  const port = program.port ?? (await freePort());
  const start = performance.now();
  const child = spawn(
    process.execPath,
    program.parameters.map((parameter) => parameter.replaceAll('{port}', String(port))),
    {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...program.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));

  const origin = `http://127.0.0.1:${port}`;
  const patience = program.patience ?? 120_000;
  while (!(await answers(origin + (program.probe ?? '/')))) {
    const tooLong = performance.now() - start > patience;
    if (child.exitCode !== null || child.signalCode !== null || tooLong) {
      await stop(child);
      throw new Error(`The server did not answer.\n${said.join('')}`);
    }
    await pause(20);
  }
  return {
    origin,
    startedIn: performance.now() - start,
    memory: () => memoryOf(child.pid ?? 0),
    stop: () => stop(child),
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: 'manual' });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN);
    return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
  } catch {
    return null;
  }
}
