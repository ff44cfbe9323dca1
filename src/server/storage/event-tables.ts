/** The tables of follow-up events, questions and letters: migrations 0068, 0070, 0076. */
import type { Generated } from 'kysely';
import type { EventKind, LetterMeans } from '#domain/events/follow-up-event.ts';
import type { Letter } from '#domain/events/letter.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { JsonColumn } from './json-column.ts';

export type EventTables = {
  followUpEvent: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    voice: Voice;
    collectiveId: number | null;
    listId: number | null;
    kind: EventKind;
    happenedOn: string;
    title: string;
    words: string;
    who: string;
    whoPrivate: string;
    edition: string | null;
    items: string[];
    visibility: 'public' | 'private';
    means: LetterMeans | null;
    replyDays: number | null;
    replyTo: number | null;
    revision: Generated<number>;
    writtenBy: string;
    writtenAt: Date;
    changedAt: Date;
    withdrawnAt: Date | null;
    withdrawnReason: string | null;
  };
  /** What everybody read of an event before a correction. */
  followUpEventRevision: {
    eventId: number;
    revision: number;
    happenedOn: string;
    title: string;
    words: string;
    who: string;
    edition: string | null;
    items: string[];
    replacedAt: Date;
  };
  followUpQuestion: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    askedAs: Voice | 'committee';
    collectiveId: number | null;
    committeeId: number | null;
    words: string;
    edition: string | null;
    item: string | null;
    askedOn: string;
    askedBy: string;
    visibility: 'public' | 'private';
    answer: string | null;
    answeredOn: string | null;
    answeredAs: Voice | null;
    droppedAt: Date | null;
    createdAt: Date;
  };
  followUpLetter: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    collectiveId: number;
    content: JsonColumn<Letter>;
    revision: Generated<number>;
    createdAt: Date;
    createdBy: string;
    changedAt: Date;
    eventId: number | null;
    thrownAwayAt: Date | null;
  };
  followUpLetterQuestion: { eventId: number; questionId: number };
};
