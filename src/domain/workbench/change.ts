/**
 * What happened to a measure on its way from one edition to the next: computed from what it comes from and from its words,
 * never typed.
 */
import { sameWords } from '../pact/same-words.ts';
import type { DraftMeasure, MeasureWords, Origin } from './draft.ts';

export const CHANGES = ['kept', 'modified', 'merged', 'split', 'removed', 'added'] as const;
export type Change = (typeof CHANGES)[number];

export type OriginWords = (origin: Origin) => MeasureWords | null;

type Changing = Pick<DraftMeasure, 'id' | 'origins' | 'words'>;

type Around = {
  /** The measures of its draft, this one included. */
  readonly all: readonly Changing[];
  readonly wordsOf: OriginWords;
};

/** Since the edition that it comes from first: the one that its draft is based on, when it comes from there. */
export function changeOf(measure: Changing, around: Around): Change {
  const [first] = measure.origins;
  if (measure.words === null) return 'removed';
  return first === undefined ? 'added' : changeSince(first.edition, measure, around);
}

/**
 * Since one of the editions that it comes from: a measure that answers one measure of each of two editions is a merger of
 * neither. An origin that is not known any more counts as other words.
 */
export function changeSince(edition: string, { id, origins, words }: Changing, { all, wordsOf }: Around): Change {
  const [origin, ...others] = origins.filter((one) => one.edition === edition);
  if (words === null) return 'removed';
  if (origin === undefined) return 'added';
  if (others.length > 0) return 'merged';
  if (all.some((one) => one.id !== id && one.words !== null && one.origins.some(sameAs(origin)))) return 'split';
  const before = wordsOf(origin);
  return before !== null && sameMeasure(before, words) ? 'kept' : 'modified';
}

/** The words that it is compared with: of each measure of the edition that it comes from first. */
export function wordsBefore({ origins }: Pick<DraftMeasure, 'origins'>, wordsOf: OriginWords): readonly MeasureWords[] {
  return origins.filter(({ edition }) => edition === origins[0]?.edition).flatMap((origin) => wordsOf(origin) ?? []);
}

/** All but a measure kept as it is wants a reason. */
export function wantsReason(change: Change): boolean {
  return change !== 'kept';
}

export function sameAs(origin: Origin): (other: Origin) => boolean {
  return ({ edition, measure }) => edition === origin.edition && measure === origin.measure;
}

/** Part by part; an apostrophe of another shape changes nothing. */
export function sameMeasure(one: MeasureWords, other: MeasureWords): boolean {
  const [some, others] = [partsOf(one), partsOf(other)];
  return some.length === others.length && some.every((part, i) => sameWords(part, others[i] ?? ''));
}

/** Each with where it stands. */
function partsOf({ title, introduction, levels }: MeasureWords): readonly string[] {
  return [
    title,
    ...introduction.map((text) => `introduction ${text}`),
    ...levels.flatMap(({ level, label, leadIn, clauses }) => [
      `${level} ${label ?? ''}`,
      `${level}.0 ${leadIn ?? ''}`,
      ...clauses.map((text, i) => `${level}.${i + 1} ${text}`),
    ]),
  ];
}
