/** Two versions of the words of a measure, part by part, with their differences. */
import { spotsOf, type Spot } from '#domain/consultation/contribution.ts';
import { spotsOfPart, type HeadPart, type PartSpot } from '#domain/consultation/head-part.ts';
import { comparedWords, type WordingPart } from '#domain/pact/compared-words.ts';
import { sameWords } from '#domain/pact/same-words.ts';
import type { MeasureWords } from '#domain/workbench/draft.ts';

export type ComparedPart = {
  readonly spot: Spot;
  readonly parts: readonly WordingPart[];
  readonly isChanged: boolean;
};

/** In the order of the second, then what only the first had. Null: it was not there, or is taken out. */
export function comparedMeasure(before: MeasureWords | null, after: MeasureWords | null): readonly ComparedPart[] {
  return comparedSpots(before === null ? [] : spotsOf(before), after === null ? [] : spotsOf(after));
}

/** Of a part of the head; where there is nothing on a side, its words as they are on the other. */
export function comparedPart(part: HeadPart): readonly ComparedPart[] {
  const [before, now] = [spotsOfPart(part, 'before'), spotsOfPart(part, 'now')];
  if (before.length === 0 || now.length === 0) return plainSpots([...before, ...now]);
  return comparedSpots(before, now);
}

/** Nothing to compare with: its words as they are. */
export function plainMeasure(words: MeasureWords): readonly ComparedPart[] {
  return plainSpots(spotsOf(words));
}

function comparedSpots(before: readonly PartSpot[], after: readonly PartSpot[]): readonly ComparedPart[] {
  const were = new Map(before.map(({ spot, text }) => [spot, text]));
  const are = new Map(after.map(({ spot, text }) => [spot, text]));
  return [...new Set([...are.keys(), ...were.keys()])].map((spot) => {
    const [was, is] = [were.get(spot) ?? '', are.get(spot) ?? ''];
    return { spot, parts: comparedWords(was, is), isChanged: !sameWords(was, is) };
  });
}

function plainSpots(spots: readonly PartSpot[]): readonly ComparedPart[] {
  return spots.map(({ spot, text }) => ({ spot, parts: [{ kind: 'same', text }], isChanged: false }));
}
