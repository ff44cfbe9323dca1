/** The words of the measure that another comes from: the first of its origins. Null: it was added, or its edition is not known. */
import type { Edition } from '#domain/charter/edition.ts';
import { wordsOfMeasure, type MeasureWords, type Origin } from '#domain/workbench/draft.ts';

export function wordsBefore(
  { origins }: { readonly origins: readonly Origin[] },
  editionById: (id: string) => Edition | null,
): MeasureWords | null {
  const [origin] = origins;
  if (origin === undefined) return null;
  const measure = editionById(origin.edition)?.measures.find(({ number }) => number === origin.measure);
  return measure === undefined ? null : wordsOfMeasure(measure);
}
