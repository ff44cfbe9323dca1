/** Where a sentence of agreement ends: its unfinished line, its open bracket, its « ni sur ». */
import { belonging } from '#reading/align/level-text.ts';
import type { ReferenceMeasure } from '#reading/align/reference.ts';
import type { Unit } from '#reading/split/units.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';

/** Index of the last unit of a decision that starts at `at`: its open bracket, its unfinished sentence, its « ni sur ». */
export function decisionEnd(
  source: Source,
  { units, at, measure }: { units: readonly Unit[]; at: number; measure: ReferenceMeasure | null },
): number {
  const start = units[at]?.start ?? 0;
  let last = at;
  for (let next = at + 1; next < units.length; next++) {
    const unit = units[next];
    const previous = units[last];
    if (unit === undefined || previous === undefined) break;
    const words = source.text.slice(unit.start, unit.end);
    const sofar = source.text.slice(start, previous.end);
    const depth = bracketDepth(sofar);
    const strongLabel =
      unit.label !== null &&
      /^\W*(?:N\s?[1-3]|[Nn]iveau)[^(]*?(?:[•●:]|\s-\s)/u.test(words) &&
      !/(?:(?<![\p{L}\p{N}])sur|(?<![\p{L}\p{N}])et|(?<![\p{L}\p{N}])pas|(?<![\p{L}\p{N}])ni|,)\s*$/u.test(sofar);
    if (strongLabel) break;
    const unfinished = !unit.afterBlank && !/[.!?…)»”]\s*$/u.test(sofar) && unit.bullet === null;
    const resumed = /^\W*(?:ni|mais pas|et pas|sauf)\s/iu.test(words);
    const quoted =
      depth > 0 &&
      belonging(
        measure?.bag ?? new Set(),
        unit.words.map((token) => loosen(source.tokens.keys[token] ?? '')),
      ) >= 0.5;
    if (!unfinished && !resumed && !quoted) break;
    last = next;
  }
  return last;
}

function bracketDepth(words: string): number {
  let depth = 0;
  for (const character of words) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
  }
  return depth;
}
