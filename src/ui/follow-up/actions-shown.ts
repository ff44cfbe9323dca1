/** Actions that carry a promise out, in words: how far they are, how late, since when nothing was heard. */
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import { lateness } from '#domain/plan/late.ts';
import { actionAddress } from '#ui/addresses.ts';
import { day, dayOf } from '#ui/messages/format.fr.ts';
import { lateWord, statusState, STATUS_WORD, type StatusState } from '#ui/messages/plan-words.fr.ts';
import * as words from '#ui/messages/thread.fr.ts';

type Linked = {
  readonly id: number;
  readonly plan: number;
  readonly planSlug: string;
  readonly planTitle: string;
  readonly number: string;
  readonly title: string;
  readonly calendar: string | null;
  readonly status: ActionStatus | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly newsAt: Date | null;
  readonly linkedAt: Date;
};

export type ActionShown = {
  readonly id: number;
  readonly href: string;
  readonly title: string;
  readonly plan: string;
  readonly state: StatusState;
  readonly status: string;
  /** Null: not late, or nothing says when. */
  readonly late: string | null;
  readonly blocked: string | null;
  /** When it is to be done, when something was last heard of it. */
  readonly line: string;
};

export function actionsShown(actions: readonly Linked[], today: string): readonly ActionShown[] {
  return actions.map((action) => {
    const late = lateness(action, today);
    const when =
      action.endsOn !== null
        ? words.endsOn(day(action.endsOn))
        : action.calendar === null
          ? words.NO_DATE
          : words.calendarWritten(action.calendar);
    const heard = action.newsAt === null ? words.NO_NEWS : words.newsOn(dayOf(action.newsAt));
    return {
      id: action.id,
      href: actionAddress({ id: action.plan, slug: action.planSlug }, action.number),
      title: `${action.number}. ${action.title}`,
      plan: action.planTitle,
      state: statusState(action.status),
      status: STATUS_WORD[statusState(action.status)],
      late: late === null ? null : lateWord(late),
      blocked: action.blocked === null ? null : words.blockedBy(action.blocked),
      line: `${when} ; ${heard}. ${words.linkedOn(dayOf(action.linkedAt))}`,
    };
  });
}
