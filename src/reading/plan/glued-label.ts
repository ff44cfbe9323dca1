/**
 * Labels that lost what parted them from their value: "Pilote Direction des services", as some PDF files give two columns.
 *
 * Looked for only in documents where hardly any label was found otherwise, and only for labels that open at least two lines:
 * "Objectif Terre" is then still a risk, and every such reading waits for a person anyway.
 */
import { foldKeepingLength } from './fold.ts';
import type { Pair } from './label-row.ts';
import { matchLabel } from './label.ts';
import type { Line } from './plan-lines.ts';
import { slicePlain } from './plain-text.ts';

const MOST_WORDS = 7;

/** The label that `line` opens with, when a value in capitals or figures follows it without a sign between. */
export function gluedPair(line: Line): Pair | null {
  const [cell] = line.cells;
  if (!cell || line.cells.length > 1 || line.bulleted || !/^\p{Lu}/u.test(line.text)) return null;
  const ends = [...line.text.slice(0, 120).matchAll(/ (?=[\p{Lu}\d«])/gu)].slice(0, MOST_WORDS).toReversed();
  for (const { index } of ends) {
    const written = line.text.slice(0, index);
    const label = matchLabel(written);
    if (label?.kind !== 'field' || label.weight === 'entity') continue;
    return { label, written, value: slicePlain(cell.plain, index, cell.plain.text.length), column: 0 };
  }
  return null;
}

/** Glued labels of the lines that `open` to them, those of a kind that comes back at least twice. */
export function gluedPairs(lines: readonly Line[], open: (line: Line) => boolean): ReadonlyMap<number, Pair> {
  const found = new Map<number, Pair>();
  const counts = new Map<string, number>();
  const key = (pair: Pair): string => foldKeepingLength(pair.written);
  for (const line of lines) {
    const pair = line.kind === 'content' && open(line) ? gluedPair(line) : null;
    if (!pair) continue;
    found.set(line.index, pair);
    counts.set(key(pair), (counts.get(key(pair)) ?? 0) + 1);
  }
  for (const [line, pair] of found) if ((counts.get(key(pair)) ?? 0) < 2) found.delete(line);
  return found;
}
