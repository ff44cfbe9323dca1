/** Two measures put together: nothing of either is lost; whoever merges them rewrites from there. */
import type { LevelWords, MeasureWords } from './draft.ts';

/** The title of the first; the title of the second becomes a paragraph of the introduction. */
export function mergedWords(into: MeasureWords, from: MeasureWords): MeasureWords {
  const numbers = new Set([...into.levels, ...from.levels].map(({ level }) => level));
  return {
    title: into.title,
    introduction: [...into.introduction, from.title, ...from.introduction],
    levels: [...numbers]
      .toSorted((one, other) => one - other)
      .flatMap((number) => {
        const first = into.levels.find(({ level }) => level === number);
        const second = from.levels.find(({ level }) => level === number);
        return both(first, second);
      }),
  };
}

function both(first: LevelWords | undefined, second: LevelWords | undefined): readonly LevelWords[] {
  if (first === undefined) return second === undefined ? [] : [second];
  if (second === undefined) return [first];
  const added = [...(second.leadIn === undefined ? [] : [second.leadIn]), ...second.clauses];
  return [{ ...first, clauses: [...first.clauses, ...added.filter((text) => !first.clauses.includes(text))] }];
}
