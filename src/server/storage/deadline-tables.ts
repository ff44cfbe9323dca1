/** The tables of those who follow deadlines: migration 0069. */
import type { Generated } from 'kysely';
import type { ReminderStage } from '#domain/deadlines/reminders.ts';

export type DeadlineTables = {
  deadlineFollower: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    email: string;
    stopToken: string;
    followedAt: Date;
  };
  deadlineReminder: { followerId: number; deadline: string; dueOn: string; stage: ReminderStage; toldAt: Date };
};
