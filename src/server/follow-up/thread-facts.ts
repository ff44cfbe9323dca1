/** What the pages of one promise ask about it beyond the pact: how it was negotiated, what was said since, and by whom. */
import { commitmentItem, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import type { Promised } from '#domain/follow-up/promised.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { eventTrace, type EventTrace } from '#ui/events/event-trace.ts';
import { actionsShown, type ActionShown } from '#ui/follow-up/actions-shown.ts';
import { historyShown, type HistoryLine } from '#ui/follow-up/history-shown.ts';
import { indicatorsShown, type IndicatorShown } from '#ui/follow-up/indicators-shown.ts';
import { doneHere, promiseShown, type PromiseFacts, type PromiseShown } from '#ui/follow-up/promise-shown.ts';
import { dayOf } from '#ui/messages/format.fr.ts';
import { negotiatedLine } from '#ui/messages/promise-history.fr.ts';
import type { LinkedAction } from '../storage/action-commitments.ts';
import { decisionsAbout } from '../storage/committee-decisions.ts';
import type { Db } from '../storage/connection.ts';
import { publicEventsAbout } from '../storage/follow-up-events.ts';
import { negotiatedPacts } from '../storage/negotiated.ts';
import { indicatorsOfCommitment } from '../storage/public-indicators.ts';
import { followUpOf } from '../storage/thread-follow-up.ts';

export type SignedPromise = {
  readonly pact: PromiseFacts['pact'] & { readonly signedOn: string | null };
  readonly provenance: { readonly publishedAt: Date };
  readonly promised: Promised;
};

export type ThreadFollowUp = {
  readonly promises: readonly PromiseShown[];
  /** For the lede: what is known of what was done. */
  readonly done: string;
  readonly negotiated: readonly { readonly pact: number; readonly code: string; readonly line: string }[];
  readonly history: readonly HistoryLine[];
  readonly actions: readonly ActionShown[];
  readonly indicators: readonly IndicatorShown[];
  /** Meetings and letters about it, and what committees decided. */
  readonly happened: EventTrace;
};

/** Eight queries, whatever the number of pacts; one where nothing was signed. `today`: the day at the place. */
export async function threadFollowUp(
  db: Db,
  {
    place,
    edition,
    key,
    signed,
    actions,
    today,
  }: {
    readonly place: PlaceCode;
    readonly edition: string;
    readonly key: CommitmentKey;
    readonly signed: readonly SignedPromise[];
    /** Of the town hall's plans, tied to the promise. */
    readonly actions: readonly LinkedAction[];
    readonly today: string;
  },
): Promise<ThreadFollowUp> {
  const pacts = signed.map(({ pact }) => pact.id);
  const item = commitmentItem(key);
  const [found, negotiated, indicators, events, decisions] = await Promise.all([
    followUpOf(
      db,
      signed.map(({ pact }) => ({ pact: pact.id, item })),
    ),
    negotiatedPacts(db, pacts),
    indicatorsOfCommitment(db, { place, edition, item }),
    publicEventsAbout(db, place, { edition, item }),
    decisionsAbout(db, place, { edition, item }),
  ]);
  const all = signed.flatMap((promise, rank) => {
    const followUp = found[rank];
    return followUp === undefined ? [] : [{ promise, followUp }];
  });
  const promises = all.map(({ promise, followUp }) => promiseShown({ ...promise, key, followUp, today }));
  return {
    promises,
    done: doneHere(promises),
    actions: actionsShown(actions, today),
    indicators: indicatorsShown(indicators),
    happened: eventTrace(events, decisions, today),
    negotiated: negotiated.map(({ pact, code, collective, rounds, startedAt, agreedAt }) => ({
      pact,
      code,
      line: negotiatedLine({
        collective,
        rounds,
        from: startedAt === null ? null : dayOf(startedAt),
        to: dayOf(agreedAt),
      }),
    })),
    history: historyShown({
      signed,
      negotiated,
      actions,
      indicators,
      events,
      decisions,
      place: place.kind,
      followUp: all.map(({ promise: { pact }, followUp }) => ({
        ...followUp,
        speaking: { place: pact.place.kind, state: followUp.state, list: pact.listName },
      })),
    }),
  };
}
