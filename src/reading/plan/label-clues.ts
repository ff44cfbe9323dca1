/**
 * What a line without a known label may be of one: its end, on a line of its own, or a label that nobody knows.
 */
import type { PlanField } from '#reading/contract.ts';
import { colonOpening } from './colon-opening.ts';
import { foldKeepingLength } from './fold.ts';
import { matchLabel } from './label.ts';
import type { Pair } from './label-row.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';

/** "réalisation" alone, after "Calendrier de": the end of that label. `waits`: it has no value yet. */
export function endsLabel(line: Line, label: { readonly written: string; readonly waits: boolean }): boolean {
  if ((line.tabular && line.cells.length > 1) || !/^\p{Ll}/u.test(line.text)) return false;
  const cut = label.waits || /(?:\s(?:de|du|des|et|\/)|\/|,|d['’])$/u.test(label.written);
  const end = cut ? matchLabel(line.text) : null;
  return end !== null && end.kind !== 'part';
}

/** "l'action" alone, after the heading "Présentation de". */
export function endsHeading(line: Line): boolean {
  return /^\p{Ll}/u.test(line.text) && line.cells.length === 1 && matchLabel(line.text)?.kind === 'tail';
}

/** A short first cell with a value beside it, in a sheet made of rows. */
export function looksLikeLabel(line: Line): boolean {
  const [first, second] = line.cells;
  if (!first || !line.tabular || line.bulleted || first.column !== 0 || !second) return false;
  const { text } = first.plain;
  return text.length <= 60 && text.split(' ').length <= 7 && /^\p{Lu}/u.test(text) && !/[.,;!?]$/.test(text);
}

/** What names a part of a value, not a label: "Région : 3 000 €" in the means, "Travaux : 2023" in the calendar. */
const OWN_KIND: Readonly<Partial<Record<PlanField, RegExp>>> = {
  means: /[€%]|euro|\b(?:ETP|HT|TTC)\b/iu,
  calendar:
    /(?:19|20)\d{2}|trimestre|semestre|terme|mois|janv|f[ée]vr|mars|avril|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c/iu,
};

/** "Bilan carbone : 3 tonnes": the words before the colon of a line, when they come back in the document and are no part of `field`. */
export function unknownColonLabel(page: PlanPage, line: Line, field: PlanField): string | null {
  const opening = colonOpening(line);
  if (opening === null || (page.colonOpenings.get(foldKeepingLength(opening)) ?? 0) < 2) return null;
  return OWN_KIND[field]?.test(line.text) === true ? null : opening;
}

/** Several labels side by side with nothing beside them, and a row of values below: the head of a small table. */
export function headsColumns(
  page: PlanPage,
  { row, index, to }: { row: readonly Pair[]; index: number; to: number },
): boolean {
  if (row.length < 2 || row.some((pair) => pair.value.text !== '' || pair.label.kind === 'part')) return false;
  const next = page.nextContent(index);
  const below = next === undefined || next >= to ? undefined : page.lines[next];
  return below?.tabular === true && page.rows[below.index] === null && below.cells.length > 1;
}
