/**
 * Reads a document that somebody sent, in a thread of its own that is killed when it takes too long or too much
 * memory: other people's formats are hostile ground.
 */
import type { ReadDocument, ReadFile } from '#use-cases/drafts/open-draft.ts';
import type { ReadRefusal } from '#use-cases/drafts/read-refusal.ts';
import { editionsMadeHere } from '../charters.ts';
import { boundedThreads, threadBeside, type WorkerBounds } from './bounded-threads.ts';
import type { FileToRead } from './read-known-file.ts';

export type { WorkerBounds };

export const BOUNDS: WorkerBounds = { milliseconds: 30_000, megabytes: 400, threads: 2, waiting: 20 };

/** One for the whole server: the bounds count together. Throws when the reader has a bug. */
export const readInWorker: ReadDocument<ReadRefusal> = workerReader(BOUNDS, threadEntry);

/** `entry` is a module that posts one Result for `workerData`, a FileToRead. */
export function workerReader(bounds: WorkerBounds, entry: () => URL): ReadDocument<ReadRefusal> {
  const run = boundedThreads<FileToRead, ReadFile, ReadRefusal>(bounds, entry);
  return (file, wish) => run({ file, wish, made: editionsMadeHere() });
}

function threadEntry(): URL {
  return threadBeside('reader-thread.ts');
}
