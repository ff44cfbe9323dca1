/**
 * Page furniture: page numbers and running headers or footers that a page break left between, or inside, the sheets.
 *
 * They are passed over and stay in `unread`. A value that many sheets repeat ("A définir") must not be taken for a footer: a
 * repeated line is furniture only when it stands apart from the text, beside a page number, or carries one.
 */
import { foldKeepingLength } from './fold.ts';
import type { Line } from './plan-lines.ts';

const PAGE_NUMBER =
  /^(?:[-–—|.\s]*(?:p(?:age|g|\.)?\s*)?\d{1,3}\s*(?:(?:\/|sur|of)\s*\d{1,3})?[-–—|.\s]*|page\s*\d{1,4}(?:\s*(?:\/|sur)\s*\d{1,4})?)$/iu;
const OFTEN = 3;

/** Positions of the lines that are page furniture. `keeps` says which lines mean something whatever their place. */
export function furnitureLines(lines: readonly Line[], keeps: (line: Line) => boolean): ReadonlySet<number> {
  const furniture = new Set<number>();
  const repeated = new Map<string, number[]>();
  for (const line of lines) {
    if (line.kind !== 'content' || (line.tabular && line.cells.length > 1) || line.text.length > 120) continue;
    if (PAGE_NUMBER.test(line.text)) furniture.add(line.index);
    else if (!line.bulleted && !keeps(line)) {
      const key = foldKeepingLength(line.text).replace(/\d+/g, '0');
      const places = repeated.get(key);
      if (places) places.push(line.index);
      else repeated.set(key, [line.index]);
    }
  }
  for (const places of repeated.values()) {
    if (places.length < OFTEN) continue;
    const odd = places.filter((place, at) => standsApart(lines, place, furniture) || carriesPage(lines, places, at));
    if (odd.length * 3 >= places.length * 2) for (const place of places) furniture.add(place);
  }
  return furniture;
}

/** Beside a page number, or between two blank lines. */
function standsApart(lines: readonly Line[], place: number, numbers: ReadonlySet<number>): boolean {
  const before = lines[place - 1];
  const after = lines[place + 1];
  if ((before && numbers.has(before.index)) || (after && numbers.has(after.index))) return true;
  return (before?.kind ?? 'blank') !== 'content' && (after?.kind ?? 'blank') !== 'content';
}

/** The same words with a number that grows: "Plan d'actions 2021 – page 7". */
function carriesPage(lines: readonly Line[], places: readonly number[], at: number): boolean {
  const last = (index: number): number =>
    Number(/(\d{1,3})\D*$/.exec(lines[places[index] ?? -1]?.text ?? '')?.[1] ?? NaN);
  return at > 0 ? last(at) > last(at - 1) : last(1) > last(0);
}
