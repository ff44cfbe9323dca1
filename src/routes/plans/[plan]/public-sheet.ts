/** The published plan as a spreadsheet, for every address that gives one. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { PlanFormat } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { planSheetResponse } from '#server/http/plan-sheet.ts';
import { publishedLines } from '#server/storage/published-lines.ts';
import { knownPlan } from './known-plan.ts';

export async function publicSheet(event: RequestEvent<{ plan: string }>, format: PlanFormat): Promise<Response> {
  const { db, id } = await knownPlan(event.params);
  const plan = (await publishedLines(db, id)) ?? error(404);
  // What programs read has the same columns for every plan.
  const said = format === 'csv' ? { ...plan, written: [] } : plan;
  return await planSheetResponse(event, { id, plan: said, format });
}
