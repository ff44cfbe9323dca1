/** One measure of a negotiation as its page sets it. */
import type { Edition, Measure } from '#domain/charter/edition.ts';
import { itemsOfMeasure, type Item } from '#domain/negotiation/item.ts';
import { positionOf, stateOfMeasure } from '#domain/negotiation/item-state.ts';
import { otherSide } from '#domain/negotiation/side.ts';
import type { StartingPoint } from '#domain/negotiation/starting-point.ts';
import type { Pact } from '#domain/pact/pact.ts';
import { pactAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { itemLabel, measureStateWords, promisedBefore } from '#ui/messages/negotiation.fr.ts';
import { levelLabel } from '#ui/messages/stances.fr.ts';
import type { FrameFacts } from './frame.ts';
import { itemShown, saidBy, type ItemShown, type Known } from './item-shown.ts';

type Given = {
  readonly words: Known;
  readonly frame: Pick<FrameFacts, 'me' | 'kind'>;
  readonly edition: Edition;
  /** The pact that the negotiation started from, when it is one of the mandate before. */
  readonly previous: Pact | null;
  readonly pact: StartingPoint;
};

export function measurePage(measure: Measure, { words, frame, edition, previous, pact }: Given) {
  const { number, title, levels } = measure;
  const { me, kind } = frame;
  const items = itemsOfMeasure(measure);
  const shown = (item: Item, reference: string): ItemShown => itemShown(words, item, reference);
  const groups = levels.map(({ level, label, clauses }) => ({
    level,
    heading: label ?? `Niveau ${level}`,
    // Of a single clause, its own button does the same.
    canTake:
      clauses.length > 1 &&
      clauses.some(({ clause }) => positionOf(words, me, { kind: 'clause', measure: number, level, clause }) === null),
    items: clauses.map(({ clause, text }) => ({
      shown: shown({ kind: 'clause', measure: number, level, clause }, text),
      label: itemLabel({ kind: 'clause', level, clause }, { levels: levels.length, clauses: clauses.length }),
      bullet: clause > 0 && clauses.length > 1,
      /** The level's own heading says it already. */
      quiet: clauses.length === 1,
    })),
  }));
  const whole = { kind: 'measure', measure: number } as const;
  const all =
    levels.length > 0
      ? groups
      : [
          {
            level: 0,
            heading: null,
            canTake: false,
            items: [{ shown: shown(whole, title), label: 'La mesure', bullet: false, quiet: true }],
          },
        ];
  const state = stateOfMeasure(words, measure);
  const at = edition.measures.indexOf(measure);
  const remark = levels.length > 0 ? shown({ kind: 'remark', measure: number }, '') : null;
  const everything = all.flatMap((group) => group.items.map((item) => item.shown));
  return {
    number,
    heading: `${number}. ${heading(title)}`,
    introduction: measure.introduction ?? [],
    state,
    stateWords: measureStateWords(state, me, kind),
    groups: all,
    remark,
    /** Something of it is left to another body, and both say so. */
    leftToBody: everything.some(({ state: at }) => at.kind === 'agreed' && at.position.stance?.kind === 'delegated'),
    /** Latest saying on this page, to be sent back with a gesture. */
    seen: Math.max(0, ...everything.map(({ seen }) => seen)),
    canAccept: everything.some((item) => saidBy(item, otherSide(me)) !== null && item.state.kind !== 'agreed'),
    canTake: items.some((item) => positionOf(words, me, item) === null),
    before: neighbour(edition.measures[at - 1]),
    after: neighbour(edition.measures[at + 1]),
    previous: previousOf(previous, { pact, number }),
  };
}

function neighbour(measure: Measure | undefined) {
  return measure === undefined ? null : { number: measure.number, title: heading(measure.title) };
}

/** What the list of the mandate before had promised, and what became of it: nobody has assessed it yet. */
function previousOf(
  pact: Pact | null,
  { pact: start, number }: { readonly pact: StartingPoint; readonly number: number },
) {
  if (pact === null || start.kind !== 'previous-pact') return null;
  const promised = pact.commitments.find(({ measure }) => measure === number);
  const levels = (promised?.levels ?? []).filter(({ stance }) => stance === 'accepted' || stance === 'partial');
  const said =
    promised === undefined ? null : { levels: levels.map(({ level }) => levelLabel(level)), stance: promised.stance };
  return {
    words: promisedBefore({ list: pact.listName, from: pact.term.from, said }),
    href: pactAddress({ id: start.pact, slug: '' }),
  };
}
