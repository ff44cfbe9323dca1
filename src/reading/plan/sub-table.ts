/**
 * A small table inside a field: "Dépenses | Montant HT | Recettes | Montant", and its rows below.
 *
 * Its head is made of labels of one field, none of which has a value beside it; its rows are text of that field.
 */
import type { PlanField } from '#reading/contract.ts';
import { matchLabel } from './label.ts';
import type { PlanPage } from './plan-page.ts';

/** The field that the table headed by line `index` belongs to; null when that line heads none before line `to`. */
export function subTableField(page: PlanPage, index: number, to: number): PlanField | null {
  const line = page.lines[index];
  if (!line?.tabular || line.cells.length < 2 || line.cells[0]?.column !== 0) return null;
  const fields = new Set<PlanField | null>();
  for (const { plain } of line.cells) {
    const label = matchLabel(plain.text);
    fields.add(label?.kind === 'field' && label.merged.length === 0 ? label.field : null);
  }
  const [field] = fields;
  if (fields.size !== 1 || field === undefined || field === null) return null;
  const next = page.nextContent(index);
  const below = next === undefined || next >= to ? undefined : page.lines[next];
  const row = below?.tabular === true && page.rows[below.index] === null && below.cells[0]?.column === 0;
  return row && below.cells.length > 1 ? field : null;
}
