/** What those who carry actions say of them, and how often they may be asked. */
import { dayAfter } from '../shared/local-day.ts';
import type { ActionStatus } from './action-sheet.ts';

/** `nothing-new` refreshes a date and invents nothing; `not-mine` says that somebody else carries the action. */
export const NEWS_KINDS = ['news', 'nothing-new', 'not-mine'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Months between two askings by themselves; 0: only when somebody asks. */
export const RHYTHMS = [0, 1, 3, 6] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** An answer comes by this link for so many days. */
export const LINK_DAYS = 45;
/** Nobody is written to again about the same actions before so many days, whoever asks. */
export const QUIET_DAYS = 30;
/** What is asked goes after so many minutes, with all that is asked of the same person meanwhile: one mail. */
export const GATHERING_MINUTES = 15;
/** After so many mails about one asking it is left alone: silence is an answer. */
export const MOST_MAILS = 4;
export const LONGEST_NEWS = 2000;

/** Of what is over there is no news. Unknown is asked. */
export function isAskedOf(status: ActionStatus | null): boolean {
  return status !== 'done' && status !== 'abandoned';
}

/** Whether somebody written to at `mailedAt` may be written to again. Null: never was. */
export function mayBeMailed(mailedAt: Date | null, now: Date): boolean {
  return mailedAt === null || now.getTime() - mailedAt.getTime() >= QUIET_DAYS * 86_400_000;
}

/** Whether an action whose last news is of `newsOn` is to be asked about by itself. Days: YYYY-MM-DD. */
export function isDue(newsOn: string | null, rhythm: Rhythm, today: string): boolean {
  return rhythm > 0 && (newsOn === null || dayAfter(newsOn, rhythm * QUIET_DAYS) <= today);
}
