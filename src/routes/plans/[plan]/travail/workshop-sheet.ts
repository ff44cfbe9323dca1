/** The plan as it is worked on, as a spreadsheet, for every address that gives one. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { PlanFormat } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { planSheetResponse } from '#server/http/plan-sheet.ts';
import { exportPlan } from '#use-cases/plan-import/export-plan.ts';
import { knownWorkshop } from './known-workshop.ts';

export async function workshopSheet(event: RequestEvent, format: PlanFormat): Promise<Response> {
  const { stores, person, plan } = await knownWorkshop(event);
  const exported = await exportPlan(stores, person, { plan: plan.id });
  if (!exported.ok) error(404);
  return await planSheetResponse(event, { id: plan.id, plan: exported.value, format });
}
