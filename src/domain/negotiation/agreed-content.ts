/**
 * The text as it would be signed: exactly what both sides last said, and nothing else.
 *
 * A level enters whole or not at all, so that no clause goes missing in silence; a level of which a clause is still
 * open, while others are agreed, keeps the text from being frozen. Whatever else is open is left out, and told.
 */
import type { Edition, Level, Measure } from '../charter/edition.ts';
import type {
  AgreedClause,
  AgreedLevel,
  AgreedLocalMeasure,
  AgreedMeasure,
  AgreedPrinciple,
  AgreedStance,
  AgreedText,
} from '../pact/agreed-text.ts';
import { isPromised } from '../pact/agreed-stances.ts';
import { keyOf, type Item } from './item.ts';
import { stateOfItem, type Words } from './item-state.ts';
import { tidyWords, type Position } from './position.ts';

export type AgreedContent = Pick<AgreedText, 'principles' | 'measures' | 'localMeasures'>;

/** A local measure of the negotiation, with the words that it was first proposed in. */
export type ProposedLocal = {
  readonly number: number;
  readonly text: string;
  readonly relatedMeasures: readonly number[];
};

/** Why the text cannot be frozen yet. */
export type Unmet =
  | { readonly kind: 'too-few-measures'; readonly promised: number; readonly minimum: number }
  | { readonly kind: 'principle-missing'; readonly letter: string }
  /** Some of its clauses are agreed, these are not. */
  | {
      readonly kind: 'level-half-agreed';
      readonly measure: number;
      readonly level: number;
      readonly open: readonly number[];
    }
  | { readonly kind: 'nothing-promised' };

/** What somebody spoke of and the text does not say. */
export type LeftOut = {
  readonly principles: readonly string[];
  /** `levels` empty: the whole measure. */
  readonly measures: readonly { readonly number: number; readonly levels: readonly number[] }[];
  readonly localMeasures: readonly number[];
};

export type DraftText = {
  readonly content: AgreedContent;
  readonly leftOut: LeftOut;
  readonly unmet: readonly Unmet[];
};

export function draftText(
  edition: Pick<Edition, 'principles' | 'measures' | 'rules'>,
  { words, locals }: { readonly words: Words; readonly locals: readonly ProposedLocal[] },
): DraftText {
  const principles = edition.principles.flatMap((principle): AgreedPrinciple[] => {
    const said = agreedPosition(words, { kind: 'principle', letter: principle.letter });
    return said === null
      ? []
      : [{ ...principle, text: said.wording ?? principle.text, stance: said.stance, observation: said.observation }];
  });
  const measures = edition.measures.map((measure) => agreedMeasure(words, measure));
  const localMeasures = locals.flatMap((local): AgreedLocalMeasure[] => {
    const said = agreedPosition(words, { kind: 'local', number: local.number });
    if (said === null) return [];
    const { number, relatedMeasures } = local;
    return [
      { number, relatedMeasures, text: said.wording ?? local.text, stance: said.stance, observation: said.observation },
    ];
  });
  const content = { principles, measures: measures.flatMap(({ agreed }) => agreed ?? []), localMeasures };
  return {
    content,
    leftOut: leftOutOf(edition, { words, locals, content }),
    unmet: [...unmetRules(edition, content), ...measures.flatMap(({ half }) => half)],
  };
}

type Said = Omit<Position, 'stance'> & { readonly stance: AgreedStance };

function agreedPosition(words: Words, item: Item): Said | null {
  const state = stateOfItem(words, item);
  if (state.kind !== 'agreed' || state.position.stance === null) return null;
  return { ...state.position, stance: state.position.stance };
}

type MeasureSaid = { readonly agreed: AgreedMeasure | null; readonly half: readonly Unmet[] };

function agreedMeasure(words: Words, measure: Measure): MeasureSaid {
  const { number, title } = measure;
  if (measure.levels.length === 0) {
    const said = agreedPosition(words, { kind: 'measure', measure: number });
    if (said === null) return { agreed: null, half: [] };
    return {
      agreed: {
        number,
        title: said.wording ?? title,
        stance: said.stance,
        levels: [],
        observation: said.observation,
      },
      half: [],
    };
  }
  const levels: AgreedLevel[] = [];
  const half: Unmet[] = [];
  for (const level of measure.levels) {
    const clauses = level.clauses.map((clause) => agreedClause(words, { measure: number, level, clause }));
    const open = level.clauses.filter((_, at) => clauses[at] === null).map(({ clause }) => clause);
    if (open.length === 0) {
      levels.push({
        level: level.level,
        label: level.label ?? null,
        clauses: clauses.filter((clause) => clause !== null),
      });
    } else if (open.length < level.clauses.length) {
      half.push({ kind: 'level-half-agreed', measure: number, level: level.level, open });
    }
  }
  if (levels.length === 0) return { agreed: null, half };
  const remark = words.get(keyOf({ kind: 'remark', measure: number }))?.counterpart?.position?.observation ?? null;
  return { agreed: { number, title, stance: null, levels, observation: remark }, half };
}

function agreedClause(
  words: Words,
  { measure, level, clause }: { measure: number; level: Level; clause: Level['clauses'][number] },
): AgreedClause | null {
  const item: Item = { kind: 'clause', measure, level: level.level, clause: clause.clause };
  const said = agreedPosition(words, item);
  if (said === null) return null;
  return {
    clause: clause.clause,
    stance: said.stance,
    reference: clause.text,
    text: said.wording === null ? clause.text : tidyWords(said.wording),
    observation: said.observation,
  };
}

function unmetRules(edition: Pick<Edition, 'rules'>, content: AgreedContent): readonly Unmet[] {
  const { minimumMeasures, requiredPrinciples } = edition.rules;
  const promised = content.measures.filter(isPromised).length;
  const local = content.localMeasures.some(({ stance }) => stance.kind === 'accepted');
  const unmet: Unmet[] = [];
  if (promised === 0 && !local) unmet.push({ kind: 'nothing-promised' });
  if (minimumMeasures !== null && promised < minimumMeasures) {
    unmet.push({ kind: 'too-few-measures', promised, minimum: minimumMeasures });
  }
  for (const letter of requiredPrinciples) {
    const taken = content.principles.find((principle) => principle.letter === letter)?.stance.kind === 'accepted';
    if (!taken) unmet.push({ kind: 'principle-missing', letter });
  }
  return unmet;
}

function leftOutOf(
  edition: Pick<Edition, 'principles' | 'measures'>,
  given: { readonly words: Words; readonly locals: readonly ProposedLocal[]; readonly content: AgreedContent },
): LeftOut {
  const { words, locals, content } = given;
  const isOpen = (item: Item): boolean => {
    const { kind } = stateOfItem(words, item);
    return kind === 'waiting' || kind === 'discussed';
  };
  return {
    principles: edition.principles
      .map(({ letter }) => letter)
      .filter((letter) => isOpen({ kind: 'principle', letter })),
    measures: edition.measures.flatMap(({ number, levels }) => {
      const open = levels
        .filter(({ level, clauses }) =>
          clauses.some(({ clause }) => isOpen({ kind: 'clause', measure: number, level, clause })),
        )
        .map(({ level }) => level);
      if (levels.length === 0) return isOpen({ kind: 'measure', measure: number }) ? [{ number, levels: [] }] : [];
      if (open.length === 0) return [];
      const kept = content.measures.some((measure) => measure.number === number);
      return [{ number, levels: kept ? open : [] }];
    }),
    localMeasures: locals.map(({ number }) => number).filter((number) => isOpen({ kind: 'local', number })),
  };
}
