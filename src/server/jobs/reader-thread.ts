/**
 * The thread in which a document from outside is read: ./read-in-worker.ts starts it for one file and can kill it.
 * It always runs from src/, even beside the built server.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { keepEditionsMade } from '../charters.ts';
import { readKnownFile, type FileToRead } from './read-known-file.ts';

const { file, wish, made } = workerData as FileToRead;
keepEditionsMade(made ?? []);
parentPort?.postMessage(await readKnownFile(file, wish));
