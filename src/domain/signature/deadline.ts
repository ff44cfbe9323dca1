/** Until when one may sign, and when those who have not answered are reminded: twice at most. Days are those of the place. */
import { dayAfter } from '../shared/local-day.ts';

export const DEFAULT_DAYS = 30;
/** A text that nobody signs in six months is to be negotiated anew. */
export const MOST_DAYS = 183;

/** The last day on which one may sign, unless another was chosen. */
export function defaultDeadline(today: string): string {
  return dayAfter(today, DEFAULT_DAYS);
}

/** Null: the day can be chosen. */
export function deadlineProblem(day: string, today: string): 'past' | 'too-far' | null {
  if (day <= today) return 'past';
  return day > dayAfter(today, MOST_DAYS) ? 'too-far' : null;
}

export const REMINDERS = ['week-without-answer', 'two-days-left'] as const;
export type Reminder = (typeof REMINDERS)[number];

export type Awaited = {
  readonly invitedOn: string;
  /** The last day on which one may sign. */
  readonly expiresOn: string;
  readonly sent: readonly Reminder[];
};

/**
 * The reminder due today to somebody who has not answered; null: none. When both are due the last one is sent alone, and
 * a week's reminder never follows it.
 */
export function reminderDue({ invitedOn, expiresOn, sent }: Awaited, today: string): Reminder | null {
  if (today > expiresOn || today <= invitedOn || sent.includes('two-days-left')) return null;
  if (today >= dayAfter(expiresOn, -2)) return 'two-days-left';
  return today >= dayAfter(invitedOn, 7) && !sent.includes('week-without-answer') ? 'week-without-answer' : null;
}
