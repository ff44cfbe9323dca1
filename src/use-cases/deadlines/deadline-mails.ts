/** Reminders of deadlines. They go to addresses without an account: each says how to receive no more. */
import type { Deadline } from '#domain/deadlines/deadline.ts';
import type { ReminderStage } from '#domain/deadlines/reminders.ts';

export type DeadlineMail = {
  readonly kind: 'deadlines-near';
  readonly place: string;
  /** Of the page of deadlines. */
  readonly path: string;
  readonly deadlines: readonly {
    readonly on: string;
    readonly precision: Deadline['precision'];
    readonly about: Deadline['about'];
    readonly stage: ReminderStage;
    readonly before: string | null;
  }[];
  readonly stop: string;
};
