/** A follow-up committee as everybody sees it: no name but those that are public. */
import type { Committee, CommitteeMember, Quality } from '#domain/committee/committee.ts';
import type { Meeting } from '#domain/committee/meeting.ts';
import { dayIn, daysBetween } from '#domain/shared/local-day.ts';

export type CommitteeShown = {
  readonly id: number;
  readonly state: Committee['state'];
  readonly collective: string;
  readonly proposed: { readonly by: Committee['proposed']['by']; readonly at: Date; readonly days: number };
  readonly acceptedAt: Date | null;
  readonly closed: Committee['closed'];
  readonly named: readonly { readonly quality: Quality; readonly name: string; readonly organisation: string }[];
  /** People who sit and did not choose to show their name. */
  readonly hidden: number;
  /** Latest first. */
  readonly meetings: readonly MeetingShown[];
};

export type MinutesState = 'agreed' | 'pending' | 'none' | 'to-come';

export type MeetingShown = {
  readonly number: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  /** Null: whoever sits knows. */
  readonly location: string | null;
  readonly open: boolean;
  readonly cancelled: boolean;
  /** `to-come`: it did not begin yet. */
  readonly minutes: MinutesState;
};

export function committeeShown(
  committee: Committee,
  given: {
    readonly collective: string;
    readonly members: readonly CommitteeMember[];
    readonly meetings: readonly Meeting[];
    readonly zone: string;
    readonly now: Date;
  },
): CommitteeShown {
  const { id, state, proposed, acceptedAt, closed } = committee;
  const sitting = given.members.filter(({ left }) => left === null);
  const named = sitting.filter(({ namePublic, name }) => namePublic && name !== '');
  return {
    ...{ id, state, acceptedAt, closed },
    collective: given.collective,
    proposed: {
      by: proposed.by,
      at: proposed.at,
      days: daysBetween(dayIn(proposed.at, given.zone), dayIn(given.now, given.zone)),
    },
    named: named.map(({ quality, name, organisation }) => ({ quality, name, organisation })),
    hidden: sitting.length - named.length,
    meetings: given.meetings.map((meeting) => meetingShown(meeting, given.now)),
  };
}

function meetingShown({ minutes, open, location, cancelledAt, ...meeting }: Meeting, now: Date): MeetingShown {
  const { number, startsAt, endsAt, zone } = meeting;
  return {
    ...{ number, startsAt, endsAt, zone, open },
    location: open ? location : null,
    cancelled: cancelledAt !== null,
    minutes: minutesState({ minutes, startsAt }, now),
  };
}

export function minutesState({ minutes, startsAt }: Pick<Meeting, 'minutes' | 'startsAt'>, now: Date): MinutesState {
  if (minutes === null) return startsAt > now ? 'to-come' : 'none';
  return minutes.agreedAt === null ? 'pending' : 'agreed';
}
