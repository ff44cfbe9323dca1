/**
 * What an agreed text says otherwise than the one that it completes: each promise that was added, taken out, or said in
 * another stance, in other words or with another observation. What both say alike is left out. In the order of the text.
 */
import { canonicalJson } from '../shared/canonical-json.ts';
import type { AgreedStance, AgreedText } from './agreed-text.ts';
import { sameWords } from './same-words.ts';

export type PlaceInText =
  | { readonly kind: 'principle'; readonly letter: string; readonly title: string }
  /** The measure itself when it has no level; else the observation on it as a whole. */
  | { readonly kind: 'measure'; readonly number: number; readonly title: string }
  | {
      readonly kind: 'clause';
      readonly number: number;
      readonly title: string;
      readonly level: number;
      readonly label: string | null;
      /** As in the edition: 0 is the lead-in of the bullets that follow. */
      readonly clause: number;
    }
  | { readonly kind: 'local'; readonly number: number };

export type WordsInText = {
  /** Null: an observation alone, which promises nothing. */
  readonly stance: AgreedStance | null;
  /** '' for an observation alone. */
  readonly text: string;
  readonly observation: string | null;
  /** Of a local measure. */
  readonly relatedMeasures: readonly number[];
};

/** `before` null: added; `after` null: taken out. */
export type TextChange = {
  readonly where: PlaceInText;
  readonly before: WordsInText | null;
  readonly after: WordsInText | null;
};

type Content = Pick<AgreedText, 'principles' | 'measures' | 'localMeasures'>;
type Entry = { readonly key: string; readonly where: PlaceInText; readonly words: WordsInText };

export function changesBetween(before: Content, after: Content): readonly TextChange[] {
  const were = new Map(entriesOf(before).map((entry) => [entry.key, entry]));
  const are = new Map(entriesOf(after).map((entry) => [entry.key, entry]));
  return [...new Set([...were.keys(), ...are.keys()])].toSorted().flatMap((key): TextChange[] => {
    const [was, is] = [were.get(key), are.get(key)];
    const where = is?.where ?? was?.where;
    if (where === undefined || (was && is && saysTheSame(was.words, is.words))) return [];
    return [{ where, before: was?.words ?? null, after: is?.words ?? null }];
  });
}

function saysTheSame(one: WordsInText, other: WordsInText): boolean {
  return (
    canonicalJson([one.stance, one.relatedMeasures]) === canonicalJson([other.stance, other.relatedMeasures]) &&
    sameWords(one.text, other.text) &&
    sameWords(one.observation ?? '', other.observation ?? '')
  );
}

function entriesOf({ principles, measures, localMeasures }: Content): readonly Entry[] {
  return [
    ...principles.map(({ letter, title, ...said }): Entry => ({
      key: `1 ${letter}`,
      where: { kind: 'principle', letter, title },
      words: wordsOf(said),
    })),
    ...measures.flatMap(({ number, title, stance, observation, levels }): Entry[] => {
      const key = `2 ${inOrder(number)}`;
      const whole = { stance, text: stance === null ? '' : title, observation };
      const said = stance === null && observation === null ? [] : [wordsOf(whole)];
      return [
        ...said.map((words): Entry => ({ key, where: { kind: 'measure', number, title }, words })),
        ...levels.flatMap(({ level, label, clauses }) =>
          clauses.map(({ clause, ...words }): Entry => ({
            key: `${key} ${inOrder(level)} ${inOrder(clause)}`,
            where: { kind: 'clause', number, title, level, label, clause },
            words: wordsOf(words),
          })),
        ),
      ];
    }),
    ...localMeasures.map(({ number, ...said }): Entry => ({
      key: `3 ${inOrder(number)}`,
      where: { kind: 'local', number },
      words: wordsOf(said),
    })),
  ];
}

/** Nothing else: a clause also holds the words of the charter, which are no change. */
function wordsOf({
  stance,
  text,
  observation,
  relatedMeasures = [],
}: Omit<WordsInText, 'relatedMeasures'> & { readonly relatedMeasures?: readonly number[] }): WordsInText {
  return { stance, text, observation, relatedMeasures };
}

function inOrder(number: number): string {
  return String(number).padStart(4, '0');
}
