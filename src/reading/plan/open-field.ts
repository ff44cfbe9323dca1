/**
 * What is open while a sheet is read line by line, and the labels that nobody knows but that end it all the same.
 */
import type { PlanField, Span } from '#reading/contract.ts';
import { looksLikeLabel, unknownColonLabel } from './label-clues.ts';
import type { SheetRole } from './label-lexicon.ts';
import type { Pair } from './label-row.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';

/** What a line without a label continues. */
export type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'field';
      readonly field: PlanField;
      readonly waiting: Span | null;
      readonly row: boolean;
      /** `inline`: its value stands beside its label, after a colon. `table`: it goes on in a table of its own. */
      readonly shape: 'inline' | 'block' | 'table';
    }
  /** "État d'avancement" alone on its line: the next line says it. */
  | { readonly kind: 'role'; readonly pair: Pair; readonly role: SheetRole }
  | { readonly kind: 'part'; readonly field: PlanField };

/** The label that nobody knows on `line`, null when it is text of what is open. */
export function unknownLabelOn(page: PlanPage, line: Line, open: Open): string | null {
  if (open.kind === 'field' && open.shape === 'table') return null;
  if (looksLikeLabel(line)) return line.cells[0]?.plain.text ?? '';
  return open.kind === 'field' && open.shape === 'inline' ? unknownColonLabel(page, line, open.field) : null;
}
