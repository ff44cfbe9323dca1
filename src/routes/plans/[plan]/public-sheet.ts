/** The published plan as a spreadsheet, for every address that gives one. */
import { error } from '@sveltejs/kit';
import type { PlanFormat } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { planSheetResponse } from '#server/http/plan-sheet.ts';
import { publishedLines } from '#server/storage/published-lines.ts';
import { knownPlan } from './known-plan.ts';

export async function publicSheet(params: { readonly plan: string }, format: PlanFormat): Promise<Response> {
  const { db, id } = await knownPlan(params);
  const plan = (await publishedLines(db, id)) ?? error(404);
  // What programs read has the same columns for every plan.
  return planSheetResponse(id, format === 'csv' ? { ...plan, written: [] } : plan, format);
}
