/**
 * What somebody who asked to be reminded is told today: a month before, a week before, and that a deadline of which they were
 * told has moved. Each once: what was told is kept, and nothing is told again.
 */
import { daysBetween } from '../shared/local-day.ts';
import type { Deadline } from './deadline.ts';

export const REMINDER_STAGES = ['month', 'week', 'moved'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

export type Told = { readonly key: string; readonly on: string; readonly stage: ReminderStage };

/** `before`: the day of which they were told; null: none, or the same. */
export type Reminder = { readonly deadline: Deadline; readonly stage: ReminderStage; readonly before: string | null };

const MONTH = 30;
const WEEK = 7;

/** `today`: the day at the place. `told`: in the order of telling. */
export function dueReminders(
  deadlines: readonly Deadline[],
  { told, today }: { readonly told: readonly Told[]; readonly today: string },
): readonly Reminder[] {
  return deadlines.flatMap((deadline): Reminder[] => {
    if (deadline.settled || deadline.on < today) return [];
    const mine = told.filter(({ key }) => key === deadline.key);
    const now = mine.filter(({ on }) => on === deadline.on).map(({ stage }) => stage);
    const last = mine.at(-1)?.on ?? null;
    const before = last === deadline.on ? null : last;
    const stage = stageOf(daysBetween(today, deadline.on));
    if (stage === null) return before === null || now.includes('moved') ? [] : [{ deadline, stage: 'moved', before }];
    const isTold = now.includes(stage) || (stage === 'month' && now.includes('week'));
    return isTold ? [] : [{ deadline, stage, before }];
  });
}

function stageOf(days: number): 'month' | 'week' | null {
  if (days <= WEEK) return 'week';
  return days <= MONTH ? 'month' : null;
}
