/** What a consulted measure is called: as the draft has it, or as it was in its edition where the draft takes it out. */
import type { Edition } from '../charter/edition.ts';
import { wordsOfMeasure, type MeasureWords, type Origin } from '../workbench/draft.ts';
import type { ConsultedMeasure } from './consultation.ts';
import { partCode, partTitle } from './head-part.ts';

export type EditionById = (id: string) => Pick<Edition, 'measures'> | null;

/** `isFormer`: the number is the one that it had. `part`: the code of a part of the head; null: a measure. */
export type ConsultedName = {
  readonly number: number | null;
  readonly isFormer: boolean;
  readonly title: string;
  readonly part: string | null;
};

export function consultedName(
  { number, words, origins, part }: Pick<ConsultedMeasure, 'number' | 'words' | 'origins' | 'part'>,
  editionById: EditionById,
): ConsultedName {
  if (part !== null) return { number: null, isFormer: part.now === null, title: partTitle(part), part: partCode(part) };
  if (words !== null) return { number, isFormer: false, title: words.title, part: null };
  return {
    part: null,
    number: origins[0]?.measure ?? null,
    isFormer: true,
    title: wordsBefore({ origins }, editionById)?.title ?? '',
  };
}

/** The words of the measure that another comes from: the first of its origins. Null: it was added, or its edition is not known. */
export function wordsBefore(
  { origins }: { readonly origins: readonly Origin[] },
  editionById: EditionById,
): MeasureWords | null {
  const [origin] = origins;
  if (origin === undefined) return null;
  const measure = editionById(origin.edition)?.measures.find(({ number }) => number === origin.measure);
  return measure === undefined ? null : wordsOfMeasure(measure);
}
