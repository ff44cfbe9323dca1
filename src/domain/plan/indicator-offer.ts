/**
 * Indicators that a charter already holds: a measure that writes a quantity says what to count and how much. Each is offered
 * with the words it comes from; what those words do not say (a date, a share that depends on the size) stays unsaid. Where
 * other words were signed, theirs is the target (./signed-target.ts), and both are said.
 */
import type { ClauseAddress, Edition } from '../charter/edition.ts';
import { targetHere } from '../charter/target-here.ts';
import type { CountedUnit, Period as Every, Subject, Target, When } from '../charter/target.ts';
import type { ClauseSigned } from '../pact/clause-signed.ts';
import type { Goal } from './indicator.ts';
import { ofYear, type Period } from './period.ts';
import { targetAsSigned } from './signed-target.ts';

/** What is counted: things, or something of a subject. */
export type Counted =
  | { readonly of: 'unit'; readonly unit: CountedUnit; readonly every: Every | null }
  | {
      readonly of: 'subject';
      readonly subject: Subject;
      readonly as: 'percent' | 'percent-less' | 'times' | 'euros' | 'square-metres' | 'number';
      readonly every: Every | null;
    };

export type IndicatorOffer = ClauseAddress & {
  readonly edition: string;
  /** Words of the clause in the charter, verbatim. */
  readonly quote: string;
  /** Words signed in their place; null: these. */
  readonly signed: string | null;
  readonly counted: Counted;
  readonly goal: Goal;
  /** Of what was signed. Null: the words do not give one figure for this place. */
  readonly target: { readonly value: number; readonly period: Period | null } | null;
};

type Around = {
  readonly population: number | null;
  readonly signed: (clause: ClauseAddress) => ClauseSigned;
};

/** Every quantity that was signed, in the order of the edition. `population` null: what depends on it has no figure. */
export function offersOf(edition: Pick<Edition, 'id' | 'measures'>, around: Around): readonly IndicatorOffer[] {
  return edition.measures.flatMap(({ number: measure, levels }) =>
    levels.flatMap(({ level, clauses }) =>
      clauses.flatMap(({ clause, targets }) => {
        const address = { measure, level, clause };
        const signed = around.signed(address);
        return targets.flatMap((target) => {
          const offer = offerAsSigned(target, signed, around.population);
          return offer === null ? [] : [{ edition: edition.id, ...address, quote: target.quote, ...offer }];
        });
      }),
    ),
  );
}

/** Null: nothing of it was signed, or nothing that one counts again and again. */
function offerAsSigned(
  target: Target,
  signed: ClauseSigned,
  population: number | null,
): (Offered & Pick<IndicatorOffer, 'signed'>) | null {
  if (signed.kind === 'left-out') return null;
  const found = signed.kind === 'own-words' ? targetAsSigned(target, signed.text) : { target, words: target.quote };
  const offer = offerOf(found?.target ?? target, population);
  if (offer === null) return null;
  // The charter's figure is not what was signed, and nothing plain stands in its place.
  if (found === null) return { ...offer, target: null, signed: signed.kind === 'own-words' ? signed.text : null };
  return { ...offer, signed: found.target === target ? null : found.words };
}

type Offered = Pick<IndicatorOffer, 'counted' | 'goal' | 'target'>;

/** Null: nothing that one counts again and again. */
function offerOf(target: Target, population: number | null): Offered | null {
  switch (target.kind) {
    case 'count':
    case 'count-per-period': {
      const every = target.kind === 'count-per-period' ? target.period : null;
      return { counted: ofUnit(target.unit, every), goal: 'at-least', target: undated(target.atLeast) };
    }
    case 'one-per-inhabitants':
    case 'at-most-one-per-inhabitants':
    case 'euros-per-inhabitant':
    case 'area-per-inhabitants':
      return bySize(target, population);
    case 'share':
      return {
        counted: ofSubject(target.subject, 'percent'),
        goal: target.bound === 'at-least' ? 'at-least' : 'exactly',
        target: { value: target.percent, period: periodOf(target.when) },
      };
    case 'share-by-size':
      return { counted: ofSubject(target.subject, 'percent'), goal: 'at-least', target: null };
    case 'reduction':
      return {
        counted: ofSubject(target.subject, 'percent-less'),
        goal: 'at-least',
        target: { value: target.percent, period: periodOf(target.when) },
      };
    case 'multiplication':
      return { counted: ofSubject(target.subject, 'times'), goal: 'at-least', target: undated(target.factor) };
    case 'area-limit':
      return {
        counted: ofSubject(target.subject, 'square-metres'),
        goal: 'at-most',
        target: undated(target.atMostSquareMetres),
      };
    case 'zero':
      return { counted: ofSubject(target.subject, 'number'), goal: 'at-most', target: undated(0) };
    default:
      return null;
  }
}

type BySize = Extract<
  Target,
  {
    readonly kind:
      'one-per-inhabitants' | 'at-most-one-per-inhabitants' | 'euros-per-inhabitant' | 'area-per-inhabitants';
  }
>;

function bySize(target: BySize, population: number | null): Offered | null {
  if (target.kind === 'area-per-inhabitants' && target.role === 'condition') return null;
  const here = population === null ? null : targetHere(target, { population });
  switch (target.kind) {
    case 'one-per-inhabitants':
      // A place smaller than what one serves shares it with its neighbours: one, somewhere near.
      return {
        counted: ofUnit(target.unit, null),
        goal: 'at-least',
        target: here?.kind === 'count' ? undated(here.atLeast) : here?.kind === 'shared' ? undated(1) : null,
      };
    case 'at-most-one-per-inhabitants':
      return {
        counted: ofUnit(target.unit, null),
        goal: 'at-most',
        target: here?.kind === 'ceiling' ? undated(here.atMost) : null,
      };
    case 'euros-per-inhabitant':
      return {
        counted: { ...ofSubject(target.subject, 'euros'), every: target.period },
        goal: 'at-least',
        target: here?.kind === 'budget' ? undated(here.atLeastEuros) : null,
      };
    case 'area-per-inhabitants':
      return {
        counted: ofSubject(target.subject, 'square-metres'),
        goal: 'at-most',
        target: here?.kind === 'area' ? undated(here.squareMetres) : null,
      };
  }
}

function ofUnit(unit: CountedUnit, every: Every | null): Counted {
  return { of: 'unit', unit, every };
}

function ofSubject(subject: Subject, as: Extract<Counted, { of: 'subject' }>['as']) {
  return { of: 'subject', subject, as, every: null } as const;
}

function undated(value: number): { readonly value: number; readonly period: null } {
  return { value, period: null };
}

/** The last year in which it may still be reached; « before 2030 » ends with 2029. Null: the words name no year. */
function periodOf(when: When | null): Period | null {
  switch (when?.kind) {
    case 'by-year':
    case 'in-year':
    case 'from-year':
      return ofYear(when.year);
    case 'before-year':
      return ofYear(when.year - 1);
    default:
      return null;
  }
}
