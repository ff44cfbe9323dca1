/** What every page of one negotiation shows at its top: who, how far, what is agreed, whose turn. */
import type { Agreement } from '#domain/negotiation/agreement.ts';
import type { Side } from '#domain/signature/side.ts';
import { placeAddress } from '#ui/addresses.ts';
import { agreementLine, negotiationTitle, sideNames, STATE_WORDS } from '#ui/messages/negotiation.fr.ts';
import type { StoredNegotiation } from '#use-cases/negotiation/negotiation-store.ts';

export function frameOf(
  negotiation: StoredNegotiation,
  {
    agreement,
    me,
    forCounterpart,
  }: { readonly agreement: Agreement; readonly me: Side; readonly forCounterpart: boolean },
) {
  const { id, place, counterpart, state, revision } = negotiation;
  return {
    id,
    home: `/negociations/${id}`,
    title: negotiationTitle(negotiation),
    names: sideNames(negotiation),
    kind: counterpart.kind,
    place: { name: place.name, href: placeAddress(place) },
    state,
    stateWords: STATE_WORDS[state],
    line: agreementLine(agreement),
    turns: agreement.turns,
    me,
    forCounterpart,
    revision,
  };
}

export type FrameFacts = ReturnType<typeof frameOf> & {
  /** The collective may write down what the other side said elsewhere. */
  readonly mayReport: boolean;
  readonly mayAnswer: boolean;
  readonly mayFlag: boolean;
  readonly edition: { readonly id: string; readonly title: string };
};
