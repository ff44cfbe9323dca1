/**
 * Reads a document that somebody sent, in a thread of its own that is killed when it takes too long or too much
 * memory: other people's formats are hostile ground.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '#domain/shared/result.ts';
import type { ReadDocument, ReadFile } from '#use-cases/drafts/open-draft.ts';
import type { ReadRefusal } from '#use-cases/drafts/read-refusal.ts';
import type { FileToRead } from './read-known-file.ts';

export type WorkerBounds = {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Threads at once, and files waiting for one. */
  readonly threads: number;
  readonly waiting: number;
};

export const BOUNDS: WorkerBounds = { milliseconds: 30_000, megabytes: 400, threads: 2, waiting: 20 };

/** One for the whole server: the bounds count together. Throws when the reader has a bug. */
export const readInWorker: ReadDocument<ReadRefusal> = workerReader(BOUNDS, threadEntry);

/** `entry` is a module that posts one Result for `workerData`, a FileToRead. */
export function workerReader(bounds: WorkerBounds, entry: () => URL): ReadDocument<ReadRefusal> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (file, wish) => {
    if (running >= bounds.threads) {
      if (queue.length >= bounds.waiting) return refuse({ kind: 'reader-busy' });
      await new Promise<void>((start) => queue.push(start));
    } else running += 1;
    try {
      return await inThread(entry(), { task: { file, wish }, bounds });
    } finally {
      const next = queue.shift();
      // Its place goes straight to the next in line.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

type Errand = { readonly task: FileToRead; readonly bounds: WorkerBounds };

function inThread(entry: URL, { task, bounds }: Errand): Promise<Result<ReadFile, ReadRefusal>> {
  const { milliseconds, megabytes } = bounds;
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: task,
      // What a document prints or reads from the environment is nobody's business.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
    });
    const clock = setTimeout(() => {
      resolve(refuse({ kind: 'reading-took-too-long', seconds: Math.round(milliseconds / 1000) }));
      void worker.terminate();
    }, milliseconds);
    worker.once('message', (result: Result<ReadFile, ReadRefusal>) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', (error: Error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuse({ kind: 'reading-too-heavy' }));
      else reject(new Error('the reader failed', { cause: error }));
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      // Without effect once something was answered.
      reject(new Error('the reader stopped without an answer'));
    });
  });
}

/** Found from here upwards: this module runs from src/ as well as from the built server. */
function threadEntry(): URL {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'src', 'server', 'jobs', 'reader-thread.ts');
    if (existsSync(candidate)) return pathToFileURL(candidate);
  }
  throw new Error('src/server/jobs/reader-thread.ts is missing beside the program');
}
