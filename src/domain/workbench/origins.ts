/** What became of each measure, as the act of publishing says it for ever: one row a measure and what it comes from. */
import { changeOf, changeSince, CHANGES, type Change, type OriginWords } from './change.ts';
import type { DraftMeasure, EditionDraft } from './draft.ts';

export type MeasureOrigin = {
  /** Null: removed. */
  readonly measure: number | null;
  readonly fromEdition: string | null;
  readonly fromMeasure: number | null;
  readonly change: Change;
  readonly reason: string;
};

export function originsOf(draft: EditionDraft, wordsOf: OriginWords): readonly MeasureOrigin[] {
  return draft.measures.flatMap((measure): readonly MeasureOrigin[] => {
    const change = changeOf(measure, { all: draft.measures, wordsOf });
    const { number, origins, reason } = measure;
    if (change === 'removed') {
      // What a collective leaves out is not removed: it stands in the national edition.
      if (draft.collective !== null) return [];
      return origins
        .filter((origin) => !livesOn(draft.measures, origin))
        .map(({ edition, measure: from }) => ({
          measure: null,
          fromEdition: edition,
          fromMeasure: from,
          change,
          reason,
        }));
    }
    if (origins.length === 0) return [{ measure: number, fromEdition: null, fromMeasure: null, change, reason }];
    return origins.map(({ edition, measure: from }) => ({
      measure: number,
      fromEdition: edition,
      fromMeasure: from,
      change: changeSince(edition, measure, { all: draft.measures, wordsOf }),
      reason,
    }));
  });
}

function livesOn(measures: readonly DraftMeasure[], origin: DraftMeasure['origins'][number]): boolean {
  return measures.some(
    ({ words, origins }) =>
      words !== null &&
      origins.some(({ edition, measure }) => edition === origin.edition && measure === origin.measure),
  );
}

/** How many measures of the draft each change happened to; an added one that was removed again counts for nothing. */
export function changeCounts(draft: EditionDraft, wordsOf: OriginWords): Readonly<Record<Change, number>> {
  const counted = draft.measures
    .filter(({ words, origins }) => words !== null || origins.length > 0)
    .map((measure) => changeOf(measure, { all: draft.measures, wordsOf }));
  const count = (change: Change): number => counted.filter((one) => one === change).length;
  const [kept, modified, merged, split, removed, added] = CHANGES.map(count);
  return {
    kept: kept ?? 0,
    modified: modified ?? 0,
    merged: merged ?? 0,
    split: split ?? 0,
    removed: removed ?? 0,
    added: added ?? 0,
  };
}
