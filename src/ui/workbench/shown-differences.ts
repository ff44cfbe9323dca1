/** All that changes from an edition to the draft of the next: principles by letter, then measures in the draft's order. */
import type { Edition, Principle } from '#domain/charter/edition.ts';
import { comparedWords } from '#domain/pact/compared-words.ts';
import { sameWords } from '#domain/pact/same-words.ts';
import type { MeasureByOrigin } from '#domain/workbench/carried-notes.ts';
import { changeOf, wordsBefore } from '#domain/workbench/change.ts';
import { differencesOf } from '#domain/workbench/differences.ts';
import type { EditionDraft } from '#domain/workbench/draft.ts';
import { changeCounts } from '#domain/workbench/origins.ts';
import { wordsIn } from '#domain/workbench/problems.ts';
import * as words from '#ui/messages/workbench.fr.ts';
import { measureNames } from './draft-shown.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export function shownDifferences(
  draft: EditionDraft,
  { find, base }: { readonly find: MeasureByOrigin; readonly base: Edition | null },
) {
  const wordsOf = wordsIn(find);
  const named = measureNames(draft, find);
  return {
    counts: words.counts(changeCounts(draft, wordsOf), base === null ? null : editionName(base)),
    headReason: draft.head.reason,
    principles: principleChanges(base?.principles ?? [], draft.head.principles),
    measures: draft.measures.flatMap((measure) => {
      const change = changeOf(measure, { all: draft.measures, wordsOf });
      const nothingLeft = measure.words === null && measure.origins.length === 0;
      // What a collective does not take over of a national edition is no change of anything.
      const leftOut = change === 'removed' && draft.collective !== null;
      if (change === 'kept' || nothingLeft || leftOut) return [];
      const before = wordsBefore(measure, wordsOf);
      return [
        {
          id: measure.id,
          name: named(measure.id),
          change: words.CHANGE_WORD[change],
          from: words.comesFrom(measure.origins.map((origin) => ({ measure: origin.measure, title: null }))),
          reason: measure.reason,
          differences: differencesOf(before, measure.words),
        },
      ];
    }),
  };
}

function principleChanges(before: readonly Principle[], after: readonly Principle[]) {
  const letters = new Set([...before, ...after].map(({ letter }) => letter));
  const textOf = (all: readonly Principle[], letter: string): string => {
    const principle = all.find((one) => one.letter === letter);
    return principle === undefined ? '' : `${principle.title}\n${principle.text}`;
  };
  return [...letters].flatMap((letter) => {
    const [was, is] = [textOf(before, letter), textOf(after, letter)];
    return sameWords(was, is) ? [] : [{ letter, parts: comparedWords(was, is) }];
  });
}
