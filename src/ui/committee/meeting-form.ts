/** The form of a meeting: a day and hours as the clocks of the place say. */
import { instantOf, wallClock } from '#domain/collective/wall-clock.ts';
import type { MeetingWords } from '#domain/committee/meeting.ts';
import { dayAfter } from '#domain/shared/local-day.ts';

export type TypedMeeting = {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly open: boolean;
};

export const NO_MEETING_TYPED: TypedMeeting = { day: '', from: '18:30', to: '20:30', location: '', open: false };

export function typedMeeting(form: FormData): TypedMeeting {
  const text = (name: string, most: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return {
    day: text('day', 10),
    from: text('from', 5),
    to: text('to', 5),
    location: text('location', 1000),
    open: form.get('open') === 'oui',
  };
}

/** Null: the day or an hour is none. An end before the beginning is on the next day. */
export function meetingWords({ day, from, to, location, open }: TypedMeeting, zone: string): MeetingWords | null {
  const startsAt = instantOf({ day, time: from, zone });
  const endsAt = startsAt === null ? null : instantOf({ day: to <= from ? dayAfter(day, 1) : day, time: to, zone });
  return startsAt === null || endsAt === null ? null : { startsAt, endsAt, zone, location, open };
}

export function meetingTyped({ startsAt, endsAt, zone, location, open }: MeetingWords): TypedMeeting {
  const start = wallClock(startsAt, zone);
  return { day: start.day, from: start.time, to: wallClock(endsAt, zone).time, location, open };
}
