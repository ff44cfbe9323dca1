/**
 * Work on a file that somebody sent, in a thread of its own that is killed when it takes too long or too much memory:
 * other people's formats are hostile ground. So many at once, so many waiting; whoever comes after is told.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '#domain/shared/result.ts';

export type WorkerBounds = {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Threads at once, and files waiting for one. */
  readonly threads: number;
  readonly waiting: number;
};

export type ThreadRefusal =
  | { readonly kind: 'reader-busy' }
  | { readonly kind: 'reading-took-too-long'; readonly seconds: number }
  | { readonly kind: 'reading-too-heavy' };

/** `entry` is a module that posts one Result for `workerData`, a Task. Throws when it has a bug. */
export function boundedThreads<Task, Value, Refusal>(
  bounds: WorkerBounds,
  entry: () => URL,
): (task: Task) => Promise<Result<Value, Refusal | ThreadRefusal>> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (running >= bounds.threads) {
      if (queue.length >= bounds.waiting) return refuse({ kind: 'reader-busy' });
      await new Promise<void>((start) => queue.push(start));
    } else running += 1;
    try {
      return await inThread<Task, Value, Refusal>(entry(), { task, bounds });
    } finally {
      const next = queue.shift();
      // Its place goes straight to the next in line.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

function inThread<Task, Value, Refusal>(
  entry: URL,
  { task, bounds }: { readonly task: Task; readonly bounds: WorkerBounds },
): Promise<Result<Value, Refusal | ThreadRefusal>> {
  const { milliseconds, megabytes } = bounds;
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: task,
      // What a document prints or reads from the environment is nobody's business.
      env: compiledModules(),
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
    });
    const clock = setTimeout(() => {
      resolve(refuse({ kind: 'reading-took-too-long', seconds: Math.round(milliseconds / 1000) }));
      void worker.terminate();
    }, milliseconds);
    worker.once('message', (result: Result<Value, Refusal>) => {
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

/** Of the environment, only where Node keeps our modules compiled: without it each thread compiles them all again. */
function compiledModules(): Record<string, string> {
  const folder = process.env['NODE_COMPILE_CACHE'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** A module of src/server/jobs, found from here upwards: this one runs from src/ as well as from the built server. */
export function threadBeside(name: string): URL {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'src', 'server', 'jobs', name);
    if (existsSync(candidate)) return pathToFileURL(candidate);
  }
  throw new Error(`src/server/jobs/${name} is missing beside the program`);
}
