/** A pact and an action as short as tests of figures need them. */
import type { Commitment, SignedLevel } from '#domain/pact/commitment.ts';
import type { Pact } from '#domain/pact/pact.ts';
import { STANCES, stanceOfMeasure } from '#domain/pact/stance.ts';
import type { Action } from '#domain/plan/plan.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

/** Numbers choose among stances and the like. */
export type Written = {
  readonly edition: number;
  readonly list: number;
  readonly day: string | null;
  readonly measures: readonly { readonly number: number; readonly levels: readonly number[]; readonly body: boolean }[];
  readonly locals: number;
};

export function pactOf(place: PlaceCode, { edition, list, day, measures, locals }: Written): Pact {
  return {
    place,
    edition: `edition-${edition}`,
    listName: `Liste ${list}`,
    leader: null,
    term: { from: 2020, to: 2026 },
    signedOn: day,
    principles: [{ letter: 'A', stance: 'accepted', observations: [], quotations: [] }],
    commitments: measures.map(commitment),
    localCommitments: Array.from({ length: locals }, (_, index) => ({
      localNumber: null,
      text: `Engagement ${index + 1}`,
      relatedMeasures: [],
      quotations: [],
    })),
  };
}

function commitment({ number, levels, body }: Written['measures'][number]): Commitment {
  const signed = levels.map((chosen, index): SignedLevel => {
    const stance = at(STANCES, chosen);
    const clauses = [
      { clause: 1, stance, wording: 'same' as const, changes: [], quotations: [] },
      { clause: 2, stance: 'refused' as const, wording: 'omitted' as const, changes: [], quotations: [] },
      { clause: 3, stance, wording: 'amended' as const, changes: [], quotations: [] },
    ];
    return { level: index + 1, stance, wording: chosen % 2 === 0 ? 'same' : 'amended', clauses, quotations: [] };
  });
  return {
    measure: number,
    localNumber: null,
    title: 'exact',
    stance: stanceOfMeasure(signed),
    levels: signed,
    competentBody: body ? 'la métropole' : null,
    observations: [],
    confidence: 1,
    reasons: [],
    quotations: [],
  };
}

export function action(number: string): Action {
  return {
    number,
    printedNumber: number,
    title: `Action ${number}`,
    axis: null,
    subAxis: null,
    labels: [],
    fields: {
      context: null,
      description: null,
      objectives: null,
      leads: null,
      means: null,
      calendar: null,
      method: null,
      indicators: null,
    },
    amounts: [],
    dates: [],
    relatedActions: [],
    quotations: [],
  };
}

/** The nth, going round. */
export function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
