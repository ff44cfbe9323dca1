/**
 * How much a text looks like an action plan, to recognise a document when nobody says what it is.
 */
import type { SheetStart } from './unnumbered.ts';
import { understand } from './understand.ts';

const FIELDS_OF_A_SHEET = 3;
const FIELDS_OF_A_PLAN = 4;

/**
 * From 0 (no sign of a plan) to 1 (several sheets whose labels come back). A bare list reaches 0.5 when it
 * says "action" or "fiche", 0.3 when it only says "mesure": charters and pacts number their measures too. Linear in the text.
 */
export function planLikelihood(text: string): number {
  const { page, outline } = understand(text);
  const { sheets, tabled } = outline;
  if (tabled.length > 0) return tabled.length > 2 ? 0.9 : 0.6;
  const fields = new Set<string>();
  let complete = 0;
  for (const [index, sheet] of sheets.entries()) {
    const keys = page.labelKeysBetween(sheet.line + 1, sheets[index + 1]?.line ?? page.lines.length);
    const distinct = new Set(keys.map((key) => key.split(':')[0] ?? ''));
    if (distinct.size >= FIELDS_OF_A_SHEET) complete += 1;
    for (const field of distinct) fields.add(field);
  }
  if (complete === 0) return listLikelihood(text, sheets);
  const enough = Math.min(1, fields.size / FIELDS_OF_A_PLAN);
  return enough * (complete > 2 ? 1 : complete === 2 ? 0.85 : 0.7);
}

function listLikelihood(text: string, sheets: readonly SheetStart[]): number {
  if (sheets.length < 3) return 0;
  const named = sheets.filter(({ heading }) => /^(?:action|fiche)/.test(heading?.form ?? '')).length;
  if (named * 2 > sheets.length) return 0.5;
  return /(?:plan|programme) d['’]actions?/iu.test(text) ? 0.3 : 0;
}
