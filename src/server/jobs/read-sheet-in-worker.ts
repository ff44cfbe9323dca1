/** Reads a spreadsheet that somebody sent, in a thread of its own. */
import type { SheetFile } from '#reading/sheet/read-sheet.ts';
import type { SheetRefusal, Workbook } from '#reading/sheet/workbook.ts';
import type { ReadSheet } from '#use-cases/plan-import/open-plan-import.ts';
import { boundedThreads, threadBeside, type WorkerBounds } from './bounded-threads.ts';

export const SHEET_BOUNDS: WorkerBounds = { milliseconds: 30_000, megabytes: 500, threads: 1, waiting: 20 };

/** One for the whole server: the bounds count together. */
export const readSheetInWorker: ReadSheet = boundedThreads<SheetFile, Workbook, SheetRefusal>(SHEET_BOUNDS, () =>
  threadBeside('sheet-thread.ts'),
);
