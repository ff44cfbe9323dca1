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

/** In the order of what is said now, then what was said alone. `before`: one for each measure that it comes from. */
export function comparedMeasure(before: readonly MeasureWords[], after: MeasureWords): readonly ComparedPart[] {
  const [first, ...others] = before.map(spotsOf);
  const now = spotsOf(after);
  if (first === undefined) return plainSpots(now);
  return others.length === 0 ? comparedSpots(first, now) : mergedSpots([...first, ...others.flat()], now);
}

/** Words that one of several measures had are the same wherever they stand now; the others are compared place by place. */
function mergedSpots(before: readonly PartSpot[], now: readonly PartSpot[]): readonly ComparedPart[] {
  const left = [...before];
  const take = (is: (one: PartSpot) => boolean): string | null => {
    const at = left.findIndex(is);
    return at === -1 ? null : (left.splice(at, 1)[0]?.text ?? null);
  };
  const kept = now.map(({ text }) => take((one) => sameWords(one.text, text)) !== null);
  const shown = now.map(({ spot, text }, i): ComparedPart => {
    if (kept[i] === true) return { spot, parts: [{ kind: 'same', text }], isChanged: false };
    const was = take((one) => one.spot === spot) ?? '';
    return { spot, parts: comparedWords(was, text), isChanged: true };
  });
  return left.reduce((all, { spot, text }) => withStruck(all, { spot, text }), shown);
}

/** What is said no more stands where it was said. */
function withStruck(all: readonly ComparedPart[], { spot, text }: PartSpot): ComparedPart[] {
  const struck = comparedWords(text, '');
  const there = all.find((one) => one.spot === spot);
  if (there === undefined) return [...all, { spot, parts: struck, isChanged: true }];
  const parts: readonly WordingPart[] = [...there.parts, { kind: 'same', text: '\n' }, ...struck];
  return all.map((one) => (one === there ? { spot, parts, isChanged: true } : one));
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
