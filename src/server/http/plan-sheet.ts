/** A plan as a spreadsheet to take away. */
import {
  PLAN_FILE,
  planSheetFile,
  type PlanFormat,
  type PlanToWrite,
} from '#publishing/spreadsheet/plan-sheet-file.ts';
import { makeDocumentInWorker } from '#server/jobs/make-document-in-worker.ts';
import { sheetResponse } from './files.ts';
import { printed, type Asking } from './printed-file.ts';

/** Beyond, one takes longer to make than a page: 300 lines take 30 ms, 5,000 from 200 ms to more than half a second. */
const LINES_AT_ONCE = 300;

/** Throws as ./printed-file.ts does when a large one cannot be made now. */
export async function planSheetResponse(
  asking: Asking,
  { id, plan, format }: { readonly id: number; readonly plan: PlanToWrite; readonly format: PlanFormat },
): Promise<Response> {
  const { type, ending } = PLAN_FILE[format];
  const isLong = format !== 'csv' && plan.lines.length > LINES_AT_ONCE;
  const bytes = isLong
    ? await printed(asking, () => makeDocumentInWorker({ kind: 'sheet', plan, format }))
    : planSheetFile(plan, format);
  return sheetResponse(`plan-${String(id)}-${ending}`, { type, bytes });
}
