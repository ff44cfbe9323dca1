/**
 * Compares a spreadsheet with a plan in a thread of its own: thousands of rows would hold up everybody else's pages. The last
 * comparisons are kept, so that looking at the page of an import again takes no thread.
 */
import type { ComparedSheet, SheetToCompare } from '#reading/plan-sheet/compare-sheet.ts';
import type { CompareSheet } from '#use-cases/plan-import/see-plan-import.ts';
import { boundedThreads, threadBeside } from './bounded-threads.ts';
import { SHEET_BOUNDS } from './read-sheet-in-worker.ts';
import { remembering } from './remembering.ts';

/** Lines of all the comparisons kept: some twenty megabytes. */
const LINES_KEPT = 10_000;

/** One for the whole server: the bounds count together. */
export const compareSheetInWorker: CompareSheet = remembering(
  boundedThreads<SheetToCompare, ComparedSheet, never>(SHEET_BOUNDS, () => threadBeside('compare-thread.ts')),
  { most: LINES_KEPT, weigh: linesOf },
);

function linesOf({ difference, problems, questions, notes }: ComparedSheet): number {
  const { added, changed, missing, axes } = difference;
  return [added, changed, missing, axes.all, problems, questions, notes].reduce((sum, { length }) => sum + length, 1);
}
