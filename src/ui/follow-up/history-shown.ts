/** Everything dated that is known of one promise, oldest first: one line each. */
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { DONE_WORD } from '#ui/messages/done.fr.ts';
import { accordingTo, type Speaking } from '#ui/messages/follow-up.fr.ts';
import { day, dayOf } from '#ui/messages/format.fr.ts';
import { signatory } from '#ui/messages/pact.fr.ts';
import * as words from '#ui/messages/promise-history.fr.ts';

export type HistoryLine = { readonly on: string; readonly what: string };

type Fact = { readonly at: string; readonly on: string; readonly what: string };

export type HistoryFacts = {
  readonly signed: readonly {
    readonly pact: {
      readonly listName: string | null;
      readonly leader: string | null;
      readonly signedOn: string | null;
    };
    readonly provenance: { readonly publishedAt: Date };
  }[];
  readonly negotiated: readonly {
    readonly startedAt: Date | null;
    readonly agreedAt: Date;
    readonly collective: string;
  }[];
  readonly actions: readonly { readonly number: string; readonly planTitle: string; readonly linkedAt: Date }[];
  readonly followUp: readonly {
    readonly speaking: Speaking;
    readonly said: readonly SaidAssessment[];
    readonly confirmations: readonly { readonly assessment: number; readonly on: string }[];
    readonly remarks: readonly { readonly saidAt: Date; readonly hidden: string | null }[];
  }[];
};

export function historyShown({ signed, negotiated, actions, followUp }: HistoryFacts): readonly HistoryLine[] {
  const facts: Fact[] = [
    ...negotiated.flatMap(({ startedAt, agreedAt, collective }) => [
      ...(startedAt === null ? [] : [instant(startedAt, words.negotiationStarted(collective))]),
      instant(agreedAt, words.TEXT_AGREED),
    ]),
    ...signed.flatMap(({ pact, provenance }) => [
      ...(pact.signedOn === null ? [] : [onDay(pact.signedOn, words.signedBy(signatory(pact)))]),
      instant(provenance.publishedAt, words.PUBLISHED_HERE),
    ]),
    ...actions.map(({ number, planTitle, linkedAt }) => instant(linkedAt, words.actionLinked(number, planTitle))),
    ...followUp.flatMap(({ speaking, said, confirmations, remarks }) => [
      ...said.map((one) =>
        instant(
          one.saidAt,
          words.assessed(DONE_WORD[one.status], accordingTo(one.voice, speaking), {
            reply: one.answersTo !== null,
            older: wasOlder(one, said) ? day(one.assessedOn) : null,
          }),
        ),
      ),
      ...confirmations.map(({ assessment, on }) =>
        onDay(
          on,
          words.confirmed(accordingTo(said.find(({ id }) => id === assessment)?.voice ?? 'collective', speaking)),
        ),
      ),
      ...remarks.map(({ saidAt, hidden }) => instant(saidAt, hidden === null ? words.REMARKED : words.REMARK_HIDDEN)),
    ]),
  ];
  return facts.toSorted((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)).map(({ on, what }) => ({ on, what }));
}

/** When it was said, the same voice had spoken of a later day. */
function wasOlder(one: SaidAssessment, said: readonly SaidAssessment[]): boolean {
  return said.some(({ voice, id, assessedOn }) => voice === one.voice && id < one.id && assessedOn > one.assessedOn);
}

function instant(at: Date, what: string): Fact {
  return { at: at.toISOString(), on: dayOf(at), what };
}

function onDay(on: string, what: string): Fact {
  return { at: on, on: day(on), what };
}
