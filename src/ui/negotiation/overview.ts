/** The measures of a negotiation by theme, with where each stands; filtered by what the address asks for. */
import type { Edition } from '#domain/charter/edition.ts';
import { stateOfMeasure, stateOfItems } from '#domain/negotiation/item-state.ts';
import type { MeasureState, Words } from '#domain/negotiation/item-state.ts';
import { itemsOfLevel } from '#domain/negotiation/several-at-once.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { measureStateWords, STATE_SIGN } from '#ui/messages/negotiation.fr.ts';
import { levelLabel } from '#ui/messages/stances.fr.ts';
import type { FrameFacts } from './frame.ts';

/** In the address: `?etat=discussion`. */
export const FILTERS = ['toutes', 'a-vous', 'discussion', 'accord', 'sans-reponse', 'pas-abordees'] as const;
export type Filter = (typeof FILTERS)[number];

export function filterIn(asked: string | null): Filter {
  return FILTERS.find((filter) => filter === asked) ?? 'toutes';
}

export function measureRows(
  edition: Edition,
  {
    words,
    frame,
    filter,
  }: { readonly words: Words; readonly frame: Pick<FrameFacts, 'me' | 'kind'>; readonly filter: Filter },
) {
  const rows = edition.measures.map((measure) => {
    const state = stateOfMeasure(words, measure);
    return {
      number: measure.number,
      title: heading(measure.title),
      kind: state.kind,
      sign: STATE_SIGN[state.kind],
      words: measureStateWords(state, frame.me, frame.kind),
      mine: isMine(state, frame.me),
      levels: measure.levels
        .map(({ level }) => ({ level, state: stateOfItems(words, itemsOfLevel(measure, level)) }))
        .filter((level) => level.state.kind !== 'unasked')
        .map(({ level, state: of }) => `${levelLabel(level)} ${STATE_SIGN[of.kind]}`)
        .join(' · '),
    };
  });
  const counts = Object.fromEntries(FILTERS.map((one) => [one, rows.filter((row) => matches(one, row)).length]));
  return { rows: rows.filter((row) => matches(filter, row)), counts, of: rows.length };
}

type Row = { readonly kind: MeasureState['kind']; readonly mine: boolean };

function matches(filter: Filter, { kind, mine }: Row): boolean {
  switch (filter) {
    case 'toutes':
      return true;
    case 'a-vous':
      return mine;
    case 'discussion':
      return kind === 'discussed';
    case 'accord':
      return kind === 'agreed';
    case 'sans-reponse':
      return kind === 'waiting';
    case 'pas-abordees':
      return kind === 'unasked';
  }
}

function isMine(state: MeasureState, me: FrameFacts['me']): boolean {
  return (state.kind === 'waiting' || state.kind === 'discussed') && state.turns.includes(me);
}
