/** Compares a spreadsheet with a plan in a thread of its own: thousands of rows would hold up everybody else's pages. */
import type { ComparedSheet, SheetToCompare } from '#reading/plan-sheet/compare-sheet.ts';
import type { CompareSheet } from '#use-cases/plan-import/see-plan-import.ts';
import { boundedThreads, threadBeside } from './bounded-threads.ts';
import { SHEET_BOUNDS } from './read-sheet-in-worker.ts';

/** One for the whole server: the bounds count together. */
export const compareSheetInWorker: CompareSheet = boundedThreads<SheetToCompare, ComparedSheet, never>(
  SHEET_BOUNDS,
  () => threadBeside('compare-thread.ts'),
);
