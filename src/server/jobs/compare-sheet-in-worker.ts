/**
 * Compares a spreadsheet with a plan in a thread of its own: thousands of rows would hold up everybody else's pages. The last
 * comparisons are kept, so that looking at the page of an import again takes no thread.
 */
import type { ComparedSheet, SheetToCompare } from '#reading/plan-sheet/compare-sheet.ts';
import type { CompareSheet } from '#use-cases/plan-import/see-plan-import.ts';
import { boundedThreads, threadBeside } from './bounded-threads.ts';
import { SHEET_BOUNDS } from './read-sheet-in-worker.ts';
import { remembering } from './remembering.ts';

/** Of all the comparisons kept together: some twenty million characters, forty megabytes at most. */
const CHARACTERS_KEPT = 20_000_000;
/** What a line takes besides its texts. */
const LINE = 1000;

/** One for the whole server: the bounds count together. */
export const compareSheetInWorker: CompareSheet = remembering(
  boundedThreads<SheetToCompare, ComparedSheet, never>(SHEET_BOUNDS, () => threadBeside('compare-thread.ts')),
  { most: CHARACTERS_KEPT, weigh },
);

function weigh({ difference, problems, questions, notes, names }: ComparedSheet): number {
  const { added, changed, missing, axes } = difference;
  const lines = [added, changed, missing, axes.all, problems, questions, notes, names].reduce(
    (sum, { length }) => sum + length,
    1,
  );
  const texts = [...added, ...changed].flatMap(({ sheet }) => Object.values(sheet.texts));
  const changes = changed.flatMap((action) => action.changes.flatMap(({ before, after }) => [before, after]));
  return [...texts, ...changes].reduce((sum, text) => sum + (text?.length ?? 0), lines * LINE);
}
