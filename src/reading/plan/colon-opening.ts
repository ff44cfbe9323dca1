/**
 * What a line says before its colon: "Bilan carbone" in "Bilan carbone : 3 tonnes". Words that come back so in a document are labels of
 * its form, known or not.
 */
import { foldKeepingLength } from './fold.ts';
import type { Line } from './plan-lines.ts';

/** "Attention : …", "À noter : …" go on with a text. */
const REMARK =
  /^(?:attention|exemples?|nb|nota|à noter|a noter|par exemple|rappel|précisions?|important|ainsi|soit|dont)$/iu;

/** A few words that start like a label, with a value after the colon; null for any other line. */
export function colonOpening(line: Line): string | null {
  if (line.kind !== 'content' || line.cells.length > 1) return null;
  const match = /^(?:[-–•▪*]\s+)?(\p{Lu}[^:;.!?\t\n]{1,59}?)\s*:\s+\S/u.exec(line.text.slice(0, 80));
  const opening = match?.[1] ?? null;
  return opening !== null && !REMARK.test(opening) && opening.split(' ').length <= 7 && !/\d/.test(opening)
    ? opening
    : null;
}

/** How many lines open with each, folded. Linear. */
export function colonOpenings(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const opening = colonOpening(line);
    if (opening === null) continue;
    const key = foldKeepingLength(opening);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
