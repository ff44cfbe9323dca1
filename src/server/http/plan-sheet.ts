/** A plan as a spreadsheet to take away. */
import {
  PLAN_FILE,
  planSheetFile,
  type PlanFormat,
  type PlanToWrite,
} from '#publishing/spreadsheet/plan-sheet-file.ts';
import { sheetResponse } from './files.ts';

/** Making one takes a few milliseconds for a hundred actions. */
export function planSheetResponse(id: number, plan: PlanToWrite, format: PlanFormat): Response {
  const { type, ending } = PLAN_FILE[format];
  return sheetResponse(`plan-${String(id)}-${ending}`, { type, bytes: planSheetFile(plan, format) });
}
