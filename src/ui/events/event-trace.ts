/** What was said of one promise between the two sides: events, and decisions of agreed minutes, latest first. */
import type { FollowUpEvent } from '#domain/events/follow-up-event.ts';
import { eventLines, type EventLine } from './event-line.ts';

export type EventTrace = {
  readonly events: readonly EventLine[];
  readonly decisions: readonly {
    readonly id: number;
    readonly words: string;
    readonly who: string;
    readonly dueOn: string | null;
    readonly decidedOn: string;
    /** In `/comite/seances/`. */
    readonly path: string;
  }[];
};

type Decision = Omit<EventTrace['decisions'][number], 'path'> & {
  readonly committee: number;
  readonly meeting: number;
};

/** Replies to letters about it are among `events`, so that no answered letter looks unanswered. */
export function eventTrace(
  events: readonly FollowUpEvent[],
  decisions: readonly Decision[],
  today: string,
): EventTrace {
  // It stands on the page of the promise itself, which needs not be named.
  const promise = (edition: string, item: string) => ({ edition, item, label: item, href: null });
  return {
    // Threads are of communes.
    events: eventLines(events, { today, place: 'municipality', promise }),
    decisions: decisions.map(({ committee, meeting, ...decision }) => ({
      ...decision,
      path: `comite/seances/${committee}-${meeting}`,
    })),
  };
}
