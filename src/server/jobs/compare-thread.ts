/** The thread in which a spreadsheet is compared with a plan: ./compare-sheet-in-worker.ts starts it and can kill it. */
import { parentPort, workerData } from 'node:worker_threads';
import { accept } from '#domain/shared/result.ts';
import { compareSheet, type SheetToCompare } from '#reading/plan-sheet/compare-sheet.ts';

parentPort?.postMessage(accept(compareSheet(workerData as SheetToCompare)));
