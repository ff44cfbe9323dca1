/**
 * What a target means in one commune: "a toilet for 3,500 inhabitants" is 23 toilets for 78,072.
 *
 * Rounding follows the promise. "At least one for so many" rounds up, because the inhabitants past
 * the last full group count too. "At most one for so many" rounds down, because an unfinished group
 * gives no right to one more. A limit in square metres rounds down to the square metre. Euros are
 * exact to the cent. What does not depend on the number of inhabitants comes back as it is.
 */
import type { CountedUnit, Period, Subject, Target } from './target.ts';

export type TargetInPlace =
  | { readonly kind: 'count'; readonly atLeast: number; readonly unit: CountedUnit; readonly population: number }
  | {
      readonly kind: 'ceiling';
      readonly atMost: number;
      readonly unit: CountedUnit;
      readonly inhabitants: number;
      readonly population: number;
    }
  /** The commune is smaller than the basin that one unit serves: it shares one with its neighbours. */
  | {
      readonly kind: 'shared';
      readonly unit: CountedUnit;
      readonly inhabitants: number;
      readonly population: number;
    }
  | {
      readonly kind: 'budget';
      readonly atLeastEuros: number;
      readonly period: Period;
      readonly subject: Subject;
      readonly population: number;
    }
  | {
      readonly kind: 'area';
      readonly squareMetres: number;
      readonly role: 'limit' | 'condition';
      readonly subject: Subject;
      readonly population: number;
    }
  | { readonly kind: 'same-everywhere'; readonly target: TargetWithoutPlace };

/** Targets that mean the same whatever the number of inhabitants. */
export type TargetWithoutPlace = Exclude<
  Target,
  {
    readonly kind:
      'one-per-inhabitants' | 'at-most-one-per-inhabitants' | 'euros-per-inhabitant' | 'area-per-inhabitants';
  }
>;

/** `population`: inhabitants of the commune, a whole number from 0 (some communes have none). Throws RangeError otherwise. */
export function targetHere(target: Target, { population }: { readonly population: number }): TargetInPlace {
  if (!Number.isSafeInteger(population) || population < 0) {
    throw new RangeError(`population must be a whole number from 0, not ${population}`);
  }
  switch (target.kind) {
    case 'one-per-inhabitants': {
      const { unit, inhabitants } = target;
      if (target.within === 'basin' && population < inhabitants)
        return { kind: 'shared', unit, inhabitants, population };
      return { kind: 'count', atLeast: Math.ceil(population / inhabitants), unit, population };
    }
    case 'at-most-one-per-inhabitants': {
      const { unit, inhabitants } = target;
      return { kind: 'ceiling', atMost: Math.floor(population / inhabitants), unit, inhabitants, population };
    }
    case 'euros-per-inhabitant': {
      const { period, subject } = target;
      const atLeastEuros = Math.round(population * target.atLeastEuros * 100) / 100;
      return { kind: 'budget', atLeastEuros, period, subject, population };
    }
    case 'area-per-inhabitants': {
      const { role, subject } = target;
      const squareMetres = Math.floor((population * target.squareMetres) / target.inhabitants);
      return { kind: 'area', squareMetres, role, subject, population };
    }
    default:
      return { kind: 'same-everywhere', target };
  }
}
