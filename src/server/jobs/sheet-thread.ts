/** The thread in which a spreadsheet from outside is read: ./read-sheet-in-worker.ts starts it and can kill it. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet, type SheetFile } from '#reading/sheet/read-sheet.ts';

parentPort?.postMessage(await readSheet(workerData as SheetFile));
