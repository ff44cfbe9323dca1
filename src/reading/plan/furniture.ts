/**
 * Page furniture: page numbers and running headers or footers that a page break left between, or inside, the sheets.
 *
 * They are passed over and stay in `unread`. A value that many sheets repeat ("A définir") must not be taken for a footer: a
 * repeated line is furniture only when it stands apart from the text, beside other furniture, or carries a number that grows.
 */
import { foldKeepingLength } from './fold.ts';
import type { Line } from './plan-lines.ts';

const PAGE_NUMBER =
  /^(?:[-–—|.\s]*(?:p(?:age|g|\.)?\s*)?\d{1,3}\s*(?:(?:\/|sur|of)\s*\d{1,3})?[-–—|.\s]*|page\s*\d{1,4}(?:\s*(?:\/|sur)\s*\d{1,4})?)$/iu;
const OFTEN = 3;
const LONGEST = 120;
const MOST_CELLS = 3;
/** Lines of a cover, where the name of the plan stands first. */
const COVER_LINES = 3;

/**
 * Positions of the lines that are page furniture. `keeps` says which lines mean something whatever their place,
 * `awaited` which lines stand where a label without a value announced one.
 */
export function furnitureLines(
  lines: readonly Line[],
  { keeps, awaited }: { keeps: (line: Line) => boolean; awaited: (index: number) => boolean },
): ReadonlySet<number> {
  const furniture = new Set<number>();
  const repeated = new Map<string, number[]>();
  const opening = new Set(firstLines(lines));
  for (const line of lines) {
    if (line.kind !== 'content' || line.text.length > LONGEST || line.cells.length > MOST_CELLS) continue;
    if (line.cells.length === 1 && PAGE_NUMBER.test(line.text)) furniture.add(line.index);
    else if (!line.bulleted && !keeps(line)) {
      const key = foldKeepingLength(line.text).replace(/\d+/g, '0');
      const places = repeated.get(key);
      if (places) places.push(line.index);
      else repeated.set(key, [line.index]);
    }
  }
  // The plan's own name, over every page: it stays where it stands first.
  for (const places of repeated.values())
    if (places.length >= OFTEN && opening.has(places[0] ?? -1))
      for (const place of places.slice(1)) furniture.add(place);
  // Twice: a header is known by the footer beside it, once the footer is known by its page number.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const places of repeated.values()) {
      if (places.length < OFTEN) continue;
      const odd = places.filter(
        (place, at) => (!awaited(place) && standsApart(lines, place, furniture)) || numbersPages(lines, places, at),
      );
      if (odd.length * 3 >= places.length * 2) for (const place of places) furniture.add(place);
    }
  }
  return furniture;
}

function firstLines(lines: readonly Line[]): number[] {
  const found: number[] = [];
  for (const line of lines) {
    if (found.length === COVER_LINES) break;
    if (line.kind === 'content') found.push(line.index);
  }
  return found;
}

/** Beside other furniture; or a line of text alone between two blank lines. */
function standsApart(lines: readonly Line[], place: number, furniture: ReadonlySet<number>): boolean {
  if (furniture.has(place - 1) || furniture.has(place + 1)) return true;
  const blank = (line: Line | undefined): boolean => (line?.kind ?? 'blank') !== 'content';
  return lines[place]?.tabular === false && blank(lines[place - 1]) && blank(lines[place + 1]);
}

/** The same words with one number that grows: "Plan d'actions 2021 – page 7". */
function numbersPages(lines: readonly Line[], places: readonly number[], at: number): boolean {
  const [one, two] = at > 0 ? [places[at - 1], places[at]] : [places[0], places[1]];
  const before = numbersOf(lines[one ?? -1]);
  const after = numbersOf(lines[two ?? -1]);
  const changed = after.flatMap((number, index) => (number === before[index] ? [] : [index]));
  const [only] = changed;
  return (
    changed.length === 1 && only !== undefined && (after[only] ?? 0) > (before[only] ?? 0) && (after[only] ?? 0) < 1000
  );
}

function numbersOf(line: Line | undefined): number[] {
  return (line?.text.match(/\d+/g) ?? []).map(Number);
}
