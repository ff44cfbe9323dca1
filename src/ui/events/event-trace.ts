/** What was said of one promise between the two sides, in one list: events, and decisions of agreed minutes. */
import type { DecisionStanding } from '#domain/committee/decision-state.ts';
import type { FollowUpEvent } from '#domain/events/follow-up-event.ts';
import { eventLines, type EventLine } from './event-line.ts';
import { latestFirst } from './follow-up-entries.ts';

export type EventTrace = readonly TraceEntry[];

type TraceEntry =
  | { readonly kind: 'event'; readonly id: string; readonly on: string; readonly event: EventLine }
  | { readonly kind: 'decision'; readonly id: string; readonly on: string; readonly decision: DecisionLine };

type DecisionLine = {
  readonly words: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly standing: DecisionStanding;
  /** In `/comite/seances/`. */
  readonly path: string;
};

type Decision = Omit<DecisionLine, 'path'> & {
  readonly id: number;
  readonly decidedOn: string;
  readonly committee: number;
  readonly meeting: number;
};

/** Latest first. Replies to letters about it are among `events`, so that no answered letter looks unanswered. */
export function eventTrace(
  events: readonly FollowUpEvent[],
  decisions: readonly Decision[],
  today: string,
): EventTrace {
  // It stands on the page of the promise itself, which needs not be named.
  const promise = (edition: string, item: string) => ({ edition, item, label: item, href: null });
  return latestFirst<TraceEntry>([
    ...decisions.map(({ id, decidedOn, committee, meeting, words, who, dueOn, standing }) => {
      const decision = { words, who, dueOn, standing, path: `comite/seances/${committee}-${meeting}` };
      return { kind: 'decision', id: `d${id}`, on: decidedOn, decision } as const;
    }),
    // Threads are of communes.
    ...eventLines(events, { today, place: 'municipality', promise }).map(
      (event) => ({ kind: 'event', id: `e${event.id}`, on: event.happenedOn, event }) as const,
    ),
  ]);
}
