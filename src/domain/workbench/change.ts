/**
 * What happened to a measure on its way from one edition to the next: computed from what it comes from and from its words,
 * never typed.
 */
import { canonicalJson } from '../shared/canonical-json.ts';
import type { DraftMeasure, MeasureWords, Origin } from './draft.ts';

export const CHANGES = ['kept', 'modified', 'merged', 'split', 'removed', 'added'] as const;
export type Change = (typeof CHANGES)[number];

export type OriginWords = (origin: Origin) => MeasureWords | null;

/** `all`: the measures of its draft, this one included. An origin that is not known any more counts as other words. */
export function changeOf(
  measure: Pick<DraftMeasure, 'id' | 'origins' | 'words'>,
  {
    all,
    wordsOf,
  }: { readonly all: readonly Pick<DraftMeasure, 'id' | 'origins' | 'words'>[]; readonly wordsOf: OriginWords },
): Change {
  const [origin, ...others] = measure.origins;
  if (measure.words === null) return 'removed';
  if (origin === undefined) return 'added';
  if (others.length > 0) return 'merged';
  if (all.some((one) => one.id !== measure.id && one.words !== null && one.origins.some(sameAs(origin))))
    return 'split';
  const before = wordsOf(origin);
  return before !== null && sameWords(before, measure.words) ? 'kept' : 'modified';
}

/** All but a measure kept as it is wants a reason. */
export function wantsReason(change: Change): boolean {
  return change !== 'kept';
}

export function sameAs(origin: Origin): (other: Origin) => boolean {
  return ({ edition, measure }) => edition === origin.edition && measure === origin.measure;
}

export function sameWords(one: MeasureWords, other: MeasureWords): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
