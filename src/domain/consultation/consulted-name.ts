/** What a consulted measure is called: as the draft has it, or as it was in its edition where the draft takes it out. */
import type { Edition } from '../charter/edition.ts';
import { wordsBefore, type OriginWords } from '../workbench/change.ts';
import { wordsOfMeasure } from '../workbench/draft.ts';
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
    title: wordsBefore({ origins }, wordsOfOrigins(editionById))[0]?.title ?? '',
  };
}

export function wordsOfOrigins(editionById: EditionById): OriginWords {
  return ({ edition, measure: number }) => {
    const measure = editionById(edition)?.measures.find((one) => one.number === number);
    return measure === undefined ? null : wordsOfMeasure(measure);
  };
}
