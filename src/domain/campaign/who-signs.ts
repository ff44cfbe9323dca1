/**
 * Who signs with whom: what a pact needs, from who carries its charter and who promises.
 *
 * The Pacte is signed by a local collective and by a list, or by a council after the election: no pact without a collective.
 * A charter carried by an organisation is answered by the candidates or the council: the organisation asks, a local
 * collective may carry its request, and nobody signs on that side. A grouping has no list: its council decides.
 */
import type { Carriers } from '../charter/edition.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { Phase } from './election.ts';

/** Who would promise. */
export type Promiser =
  | { readonly kind: 'list'; readonly state: 'standing' | 'withdrawn-list' | 'merged' | 'decided' }
  | { readonly kind: 'council' };

export type Need = {
  /** The side that asks: `signs` true when its own people sign too. */
  readonly carrier: {
    readonly kind: 'collective' | 'organisation';
    readonly name: string | null;
    readonly signs: boolean;
  };
  readonly counterpart: {
    readonly kind: 'list' | 'council';
    /** `council-vote`: a dated deliberation; a signature alone is not enough. */
    readonly by: 'signature' | 'council-vote';
  };
};

export type CannotPromise =
  /** A grouping has no list. */
  | { readonly kind: 'grouping-has-no-list' }
  /** The list stands no longer: the one that it merged into may sign. */
  | { readonly kind: 'list-stands-no-longer'; readonly state: 'withdrawn-list' | 'merged' }
  /** Before the vote the council in office does not promise for the next. */
  | { readonly kind: 'council-before-election' };

/**
 * What is needed. `phase` is that of the election of the mandate promised for: a council promises for its own mandate, once
 * elected; a list may sign before the first round, between the rounds, or after.
 */
export function whoSigns(asked: {
  readonly carriers: Carriers;
  readonly place: PlaceCode['kind'];
  readonly promiser: Promiser;
  readonly phase: Phase;
}): { readonly ok: true; readonly value: Need } | { readonly ok: false; readonly refusal: CannotPromise } {
  const { carriers, place, promiser, phase } = asked;
  if (promiser.kind === 'list') {
    if (place === 'grouping') return { ok: false, refusal: { kind: 'grouping-has-no-list' } };
    if (promiser.state === 'withdrawn-list' || promiser.state === 'merged') {
      return { ok: false, refusal: { kind: 'list-stands-no-longer', state: promiser.state } };
    }
    return { ok: true, value: { carrier: carrierOf(carriers), counterpart: { kind: 'list', by: 'signature' } } };
  }
  if (place === 'municipality' && phase !== 'after') return { ok: false, refusal: { kind: 'council-before-election' } };
  return { ok: true, value: { carrier: carrierOf(carriers), counterpart: { kind: 'council', by: 'council-vote' } } };
}

function carrierOf(carriers: Carriers): Need['carrier'] {
  return carriers.kind === 'collective-and-list'
    ? { kind: 'collective', name: null, signs: true }
    : { kind: 'organisation', name: carriers.organisation, signs: false };
}
