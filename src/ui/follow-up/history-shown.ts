/** Everything dated that is known of one promise, oldest first by the day it is of: one line each. */
import type { FollowUpEvent } from '#domain/events/follow-up-event.ts';
import type { Role } from '#domain/access/gate.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import type { IndicatorValue } from '#domain/plan/indicator.ts';
import { kindLine } from '#ui/messages/events/events.fr.ts';
import { DONE_WORD } from '#ui/messages/done.fr.ts';
import { accordingTo, speakingThen, type Speaking } from '#ui/messages/follow-up.fr.ts';
import { day, dayOf } from '#ui/messages/format.fr.ts';
import { signatory } from '#ui/messages/pact.fr.ts';
import { numberIn, periodIn, territoryIn } from '#ui/messages/indicators.fr.ts';
import { statusState, STATUS_WORD } from '#ui/messages/plan-words.fr.ts';
import * as words from '#ui/messages/promise-history.fr.ts';
import type { PlaceKind } from '#ui/messages/town-hall.fr.ts';

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
  readonly actions: readonly {
    readonly number: string;
    readonly planTitle: string;
    readonly linkedAt: Date;
    readonly status: ActionStatus | null;
    readonly newsAt: Date | null;
  }[];
  readonly indicators: readonly {
    readonly title: string;
    readonly unit: string;
    readonly values: readonly IndicatorValue[];
  }[];
  readonly events: readonly Pick<FollowUpEvent, 'voice' | 'list' | 'about' | 'happenedOn' | 'title'>[];
  readonly decisions: readonly { readonly decidedOn: string; readonly words: string }[];
  readonly place: PlaceKind;
  readonly followUp: readonly {
    readonly speaking: Speaking;
    readonly said: readonly SaidAssessment[];
    readonly confirmations: readonly { readonly assessment: number; readonly on: string; readonly saidAs: Role }[];
    readonly remarks: readonly { readonly saidAt: Date; readonly hidden: string | null }[];
  }[];
};

export function historyShown(known: HistoryFacts): readonly HistoryLine[] {
  const facts: Fact[] = [
    ...known.negotiated.flatMap(({ startedAt, agreedAt, collective }) => [
      ...(startedAt === null ? [] : [instant(startedAt, words.negotiationStarted(collective))]),
      instant(agreedAt, words.TEXT_AGREED),
    ]),
    ...known.signed.flatMap(({ pact, provenance }) => [
      ...(pact.signedOn === null ? [] : [onDay(pact.signedOn, words.signedBy(signatory(pact)))]),
      instant(provenance.publishedAt, words.PUBLISHED_HERE),
    ]),
    ...known.actions.flatMap(ofAction),
    ...known.indicators.flatMap(ofIndicator),
    ...known.events.map((event) => onDay(event.happenedOn, words.told(kindOf(event, known.place), event.title))),
    ...known.decisions.map((decision) => onDay(decision.decidedOn, words.decided(decision.words))),
    ...known.followUp.flatMap(ofFollowUp),
  ];
  return facts.toSorted((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)).map(({ on, what }) => ({ on, what }));
}

/** When it was tied to the promise, and how far it was when something was last heard of it. */
function ofAction({ number, planTitle, linkedAt, status, newsAt }: HistoryFacts['actions'][number]): readonly Fact[] {
  const linked = instant(linkedAt, words.actionLinked(number, planTitle));
  if (newsAt === null) return [linked];
  return [linked, instant(newsAt, words.actionNews(number, STATUS_WORD[statusState(status)]))];
}

/** What was measured; what is aimed at did not happen. */
function ofIndicator({ title, unit, values }: HistoryFacts['indicators'][number]): readonly Fact[] {
  return values.flatMap(({ kind, period, territory, value }) => {
    if (kind !== 'result' || period === null) return [];
    const where = territory === '' ? null : territoryIn(territory);
    return [
      { at: period.on, on: periodIn(period), what: words.measured(title, { figure: numberIn(value, unit), where }) },
    ];
  });
}

/** A finding stands on the day it speaks of; the review it is part of, on the day it was published. */
function ofFollowUp({ speaking, said, confirmations, remarks }: HistoryFacts['followUp'][number]): readonly Fact[] {
  const reviews = new Map(said.flatMap((one) => (one.review === null ? [] : [[one.review, one.saidAt] as const])));
  return [
    ...said.map((one) =>
      onDay(
        one.assessedOn,
        words.assessed(DONE_WORD[one.status], accordingTo(one.voice, speakingThen(one, speaking)), {
          reply: one.answersTo !== null,
          published: dayOf(one.saidAt) === day(one.assessedOn) ? null : dayOf(one.saidAt),
        }),
      ),
    ),
    ...[...reviews.values()].map((at) => instant(at, words.REVIEW_PUBLISHED)),
    ...confirmations.map(({ assessment, on, saidAs }) =>
      onDay(
        on,
        words.confirmed(
          accordingTo(
            said.find(({ id }) => id === assessment)?.voice ?? 'collective',
            speakingThen({ saidAs }, speaking),
          ),
        ),
      ),
    ),
    ...remarks.map(({ saidAt, hidden }) => instant(saidAt, hidden === null ? words.REMARKED : words.REMARK_HIDDEN)),
  ];
}

function kindOf({ voice, list, about }: HistoryFacts['events'][number], place: PlaceKind): string {
  const means = about.kind === 'letter' ? about.means : null;
  return kindLine({ kind: about.kind, voice, list: list?.name ?? null, means, place });
}

function instant(at: Date, what: string): Fact {
  return { at: at.toISOString(), on: dayOf(at), what };
}

function onDay(on: string, what: string): Fact {
  return { at: on, on: day(on), what };
}
