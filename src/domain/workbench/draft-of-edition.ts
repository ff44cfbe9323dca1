/** A draft that starts from an edition: every measure is there, as it was, to be kept, changed or removed. */
import type { Edition, Grouping } from '../charter/edition.ts';
import { themeOf } from '../charter/edition.ts';
import type { DraftHead, DraftMeasure } from './draft.ts';
import { wordsOfMeasure } from './draft.ts';

export type DraftFromEdition = {
  readonly head: DraftHead;
  readonly measures: readonly Omit<DraftMeasure, 'id' | 'version'>[];
};

/** What a draft takes over of an edition. `source` of a document that was read: who published it. */
export type StartingEdition = Pick<
  Edition,
  'preamble' | 'principles' | 'measures' | 'rules' | 'carriers' | 'groupings'
> & {
  readonly source: Pick<Edition['source'], 'publisher'>;
};

/** `from`: its id where it is published, so that each measure remembers what it comes from; null: a document. */
export function startedFrom(edition: StartingEdition, from: string | null): DraftFromEdition {
  return {
    head: {
      publisher: edition.source.publisher,
      note: '',
      preamble: edition.preamble,
      principles: edition.principles,
      rules: edition.rules,
      carriers: edition.carriers,
      groupings: edition.groupings.map(withoutMeasures),
      reason: '',
    },
    measures: edition.measures.map((measure, index) => ({
      position: index + 1,
      number: measure.number,
      origins: from === null ? [] : [{ edition: from, measure: measure.number }],
      words: wordsOfMeasure(measure),
      keptWords: null,
      themes: themesOf(edition.groupings, measure.number),
      notes: [],
      reason: '',
    })),
  };
}

export const EMPTY_HEAD: DraftHead = {
  publisher: '',
  note: '',
  preamble: [],
  principles: [],
  rules: { minimumMeasures: null, requiredPrinciples: [] },
  carriers: { kind: 'collective-and-list' },
  groupings: [],
  reason: '',
};

function withoutMeasures({ id, title, note, themes }: Grouping): DraftHead['groupings'][number] {
  return { id, title, note, themes: themes.map((theme) => ({ id: theme.id, title: theme.title })) };
}

function themesOf(groupings: readonly Grouping[], measure: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    groupings.flatMap((grouping) => {
      const theme = themeOf(grouping, measure);
      return theme === null ? [] : [[grouping.id, theme.id]];
    }),
  );
}
