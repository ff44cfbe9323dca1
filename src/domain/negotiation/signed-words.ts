/**
 * What a signed text says, as the words that both sides begin an addendum with: all of it is agreed at once, so that only
 * what changes is discussed. Frozen as it is, it would give the same text again, to the letter.
 */
import type { Edition } from '../charter/edition.ts';
import type { AgreedMeasure, AgreedStance, AgreedText } from '../pact/agreed-text.ts';
import { referenceOf, type Item } from './item.ts';
import type { Position } from './position.ts';
import type { NewWords } from './several-at-once.ts';

type Charter = Pick<Edition, 'principles' | 'measures'>;
type Said = { readonly stance: AgreedStance; readonly text: string; readonly observation: string | null };

/** The promises in the words of the counterpart. Local measures are not the charter's: see `positionOnLocal`. */
export function wordsOfSignedText(edition: Charter, text: AgreedText): readonly NewWords[] {
  const said = (item: Item, { stance, text: words, observation }: Said): NewWords => ({
    item,
    position: { stance, wording: words === referenceOf(edition, item) ? null : words, observation },
  });
  return [
    ...text.principles.map((principle) => said({ kind: 'principle', letter: principle.letter }, principle)),
    ...text.measures.flatMap((measure) => wordsOfMeasure(measure, said)),
  ];
}

function wordsOfMeasure(
  { number, title, stance, observation, levels }: AgreedMeasure,
  said: (item: Item, words: Said) => NewWords,
): readonly NewWords[] {
  if (stance !== null) return [said({ kind: 'measure', measure: number }, { stance, text: title, observation })];
  const remark: readonly NewWords[] =
    observation === null
      ? []
      : [{ item: { kind: 'remark', measure: number }, position: { stance: null, wording: null, observation } }];
  const clauses = levels.flatMap(({ level, clauses: known }) =>
    known.map((clause) => said({ kind: 'clause', measure: number, level, clause: clause.clause }, clause)),
  );
  return [...remark, ...clauses];
}

/** The same promises as the carrier asks for them: the observations of the text are the counterpart's own. */
export function demandsOfSignedText(edition: Charter, text: AgreedText): readonly NewWords[] {
  return wordsOfSignedText(edition, text).flatMap(({ item, position }) =>
    position === null || position.stance === null ? [] : [{ item, position: withoutObservation(position) }],
  );
}

/** A local measure keeps the words of the signed text as its own. */
export function positionOnLocal({ stance, observation }: Omit<Said, 'text'>): Position {
  return { stance, wording: null, observation };
}

export function withoutObservation(position: Position): Position {
  return { ...position, observation: null };
}
