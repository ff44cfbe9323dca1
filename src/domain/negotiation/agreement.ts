/** Where the two sides stand on the whole: what is agreed, what is still discussed, whose turn it is. */
import type { Edition } from '../charter/edition.ts';
import { isPromised } from '../pact/agreed-stances.ts';
import type { Side } from '../signature/side.ts';
import { draftText, type ProposedLocal } from './agreed-content.ts';
import { itemsOfMeasure } from './item.ts';
import { stateOfItem, stateOfMeasure, type ItemState, type MeasureState, type Words } from './item-state.ts';

export type Agreement = {
  readonly measures: {
    /** `agreed`, `discussed`, `waiting` and `unasked` add up to `of`. */
    readonly agreed: number;
    /** Of which the text would promise something now, agreed to the end or not. */
    readonly promised: number;
    readonly discussed: number;
    readonly waiting: number;
    readonly unasked: number;
    readonly of: number;
  };
  /** Null: the edition asks for no number. */
  readonly minimum: { readonly asked: number; readonly reached: boolean } | null;
  readonly principles: readonly {
    readonly letter: string;
    readonly required: boolean;
    readonly state: ItemState;
  }[];
  readonly local: { readonly agreed: number; readonly open: number };
  /** Items that wait for an answer of each side. */
  readonly turns: Readonly<Record<Side, number>>;
};

/** `locals`: numbers of the local measures of this negotiation. Cost: linear in the items of the edition. */
export function agreementOf(
  edition: Pick<Edition, 'principles' | 'measures' | 'rules'>,
  { words, locals }: { readonly words: Words; readonly locals: readonly ProposedLocal[] },
): Agreement {
  const states = edition.measures.map((measure) => stateOfMeasure(words, measure));
  const counted = (kind: MeasureState['kind']): number => states.filter((state) => state.kind === kind).length;
  const { content } = draftText(edition, { words, locals });
  const promised = content.measures.filter(isPromised).length;
  const localStates = locals.map(({ number }) => stateOfItem(words, { kind: 'local', number }));
  const principles = edition.principles.map(({ letter }) => ({
    letter,
    required: edition.rules.requiredPrinciples.includes(letter),
    state: stateOfItem(words, { kind: 'principle', letter }),
  }));
  const everyItem = [
    ...edition.measures.flatMap(itemsOfMeasure).map((item) => stateOfItem(words, item)),
    ...localStates,
    ...principles.map(({ state }) => state),
  ];
  const waitsFor = (side: Side): number => everyItem.filter((state) => 'turn' in state && state.turn === side).length;
  const { minimumMeasures } = edition.rules;
  return {
    measures: {
      agreed: counted('agreed'),
      promised,
      discussed: counted('discussed'),
      waiting: counted('waiting'),
      unasked: counted('unasked'),
      of: states.length,
    },
    minimum: minimumMeasures === null ? null : { asked: minimumMeasures, reached: promised >= minimumMeasures },
    principles,
    local: {
      agreed: localStates.filter(({ kind }) => kind === 'agreed').length,
      open: localStates.filter(({ kind }) => kind === 'waiting' || kind === 'discussed').length,
    },
    turns: { carrier: waitsFor('carrier'), counterpart: waitsFor('counterpart') },
  };
}
