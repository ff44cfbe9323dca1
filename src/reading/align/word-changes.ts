/**
 * The difference between the reference words and the words of a document, as an editor sees it.
 *
 * Built on jsdiff's Myers walk over folded keys, so typography is already out of sight; what is
 * left to us is the stray space and the cut word: a run whose letters are the same once joined
 * (« d e sobriété », « inter-générationnel ») is no difference.
 */
import { diffArrays } from 'diff';

/** Half-open token ranges: reference [refFrom, refTo) became document [hereFrom, hereTo). */
export type Run = {
  readonly same: boolean;
  readonly refFrom: number;
  readonly refTo: number;
  readonly hereFrom: number;
  readonly hereTo: number;
};

/** Past this many changed words two texts have nothing to compare: bounds the cost. */
const MAX_EDITS = 600;

/** Runs in order, covering both sequences whole. Cost O((n + m) × changes). */
export function compareWords(reference: readonly string[], here: readonly string[]): Run[] {
  const parts = diffArrays([...reference], [...here], { maxEditLength: MAX_EDITS });
  if (parts === undefined)
    return [{ same: false, refFrom: 0, refTo: reference.length, hereFrom: 0, hereTo: here.length }];
  const runs: Run[] = [];
  let ref = 0;
  let at = 0;
  for (const part of parts) {
    const refTo = ref + (part.added ? 0 : part.count);
    const hereTo = at + (part.removed ? 0 : part.count);
    const same = !part.added && !part.removed;
    const last = runs.at(-1);
    if (!same && last !== undefined && !last.same) runs[runs.length - 1] = { ...last, refTo, hereTo };
    else runs.push({ same, refFrom: ref, refTo, hereFrom: at, hereTo });
    ref = refTo;
    at = hereTo;
  }
  return runs.map((run) => (run.same ? run : { ...run, same: sameLetters(run, reference, here) }));
}

function sameLetters(run: Run, reference: readonly string[], here: readonly string[]): boolean {
  if (run.refTo === run.refFrom || run.hereTo === run.hereFrom) return false;
  return letters(reference.slice(run.refFrom, run.refTo)) === letters(here.slice(run.hereFrom, run.hereTo));
}

function letters(keys: readonly string[]): string {
  return keys.join('').replaceAll('·', '');
}
