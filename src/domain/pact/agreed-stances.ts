/** What an agreed text says of a level or a measure as a whole, from what it says of each clause. */
import type { AgreedClause, AgreedMeasure, AgreedStance, AgreedText } from './agreed-text.ts';
import { sameWords } from './same-words.ts';
import type { Stance } from './stance.ts';

/** `excepted` is a refusal inside a level that is otherwise taken. */
export function stanceOf(agreed: AgreedStance): Stance {
  return agreed.kind === 'excepted' ? 'refused' : agreed.kind;
}

/** The one stance that all clauses share; otherwise taken in part if any is taken, and else what most matters first. */
export function levelStance(clauses: readonly Pick<AgreedClause, 'stance'>[]): Stance {
  const stances = new Set(clauses.map(({ stance }) => stanceOf(stance)));
  const [first] = stances;
  if (first === undefined) return 'unspecified';
  if (stances.size === 1) return first;
  return stances.has('accepted') ? 'partial' : 'delegated';
}

/** Whether the measure counts as promised: something of it is taken. */
export function isPromised(measure: AgreedMeasure): boolean {
  if (measure.stance?.kind === 'accepted') return true;
  return measure.levels.some(({ clauses }) => clauses.some(({ stance }) => stance.kind === 'accepted'));
}

export type AgreedTally = {
  readonly promised: number;
  /** Measures that the text speaks of without promising anything of them. */
  readonly notPromised: number;
  readonly levels: number;
  /** Measures with at least one clause whose words were changed. */
  readonly amended: number;
  /** Measures with at least one thing left to another body. */
  readonly delegated: number;
  readonly principles: number;
  readonly local: number;
};

export function agreedTally(text: AgreedText): AgreedTally {
  const promised = text.measures.filter(isPromised);
  const levels = text.measures.flatMap((measure) => measure.levels);
  return {
    promised: promised.length,
    notPromised: text.measures.length - promised.length,
    levels: levels.filter(({ clauses }) => ['accepted', 'partial'].includes(levelStance(clauses))).length,
    amended: promised.filter((measure) => clausesOf(measure).some(isAmended)).length,
    delegated: text.measures.filter((measure) => stancesOf(measure).some(({ kind }) => kind === 'delegated')).length,
    principles: text.principles.filter(({ stance }) => stance.kind === 'accepted').length,
    local: text.localMeasures.filter(({ stance }) => stance.kind === 'accepted').length,
  };
}

export function isAmended(clause: Pick<AgreedClause, 'reference' | 'text'>): boolean {
  return !sameWords(clause.reference, clause.text);
}

function clausesOf(measure: AgreedMeasure): readonly AgreedClause[] {
  return measure.levels.flatMap(({ clauses }) => clauses);
}

function stancesOf(measure: AgreedMeasure): readonly AgreedStance[] {
  const own = measure.stance === null ? [] : [measure.stance];
  return [...own, ...clausesOf(measure).map(({ stance }) => stance)];
}
