/**
 * How much a text looks like an action plan, to recognise a document when nobody says what it is.
 */
import { outlineOf } from './outline.ts';
import { PlanPage } from './plan-page.ts';

const FIELDS_OF_A_SHEET = 3;
const FIELDS_OF_A_PLAN = 4;

/**
 * From 0 (no sign of a plan) to 1 (several sheets whose labels come back). A list of numbered actions without a label stays at 0.3:
 * charters and pacts number their measures too. Linear in the text.
 */
export function planLikelihood(text: string): number {
  const page = new PlanPage(text);
  const { sheets, tabled } = outlineOf(page);
  if (tabled.length > 0) return tabled.length > 2 ? 0.9 : 0.6;
  const fields = new Set<string>();
  let complete = 0;
  for (const [index, sheet] of sheets.entries()) {
    const keys = page.labelKeysBetween(sheet.line + 1, sheets[index + 1]?.line ?? page.lines.length);
    const distinct = new Set(keys.map((key) => key.split(':')[0] ?? ''));
    if (distinct.size >= FIELDS_OF_A_SHEET) complete += 1;
    for (const field of distinct) fields.add(field);
  }
  if (complete === 0) return sheets.length > 2 && /plan d['’]actions?|programme d['’]actions?/iu.test(text) ? 0.3 : 0;
  const enough = Math.min(1, fields.size / FIELDS_OF_A_PLAN);
  return enough * (complete > 2 ? 1 : complete === 2 ? 0.85 : 0.7);
}
