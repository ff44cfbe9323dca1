/**
 * What a line without a known label may be of one: its end, on a line of its own, or a label that nobody knows.
 */
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
