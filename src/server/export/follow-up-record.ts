/** What everybody reads of a place since the signature, as an exported folder holds it. One state of the database. */
import type { Letter } from '#domain/events/letter.ts';
import { isShown, type Question } from '#domain/events/question.ts';
import type { EventRow } from '#publishing/spreadsheet/event-columns.ts';
import { followUpRows, type FollowUpAt } from '#server/follow-up-rows.ts';
import { agreedMinutes, type AgreedMinutes } from '#server/storage/agreed-minutes.ts';
import type { Db } from '#server/storage/connection.ts';
import { publicEvents } from '#server/storage/follow-up-events.ts';
import { letterOfEvent, questionsOf } from '#server/storage/follow-up-questions.ts';

export type FollowUpRecord = {
  /** The lines of the public file of the place. */
  readonly events: readonly EventRow[];
  readonly letters: readonly SentLetter[];
  readonly questions: readonly PublicQuestion[];
  readonly minutes: readonly AgreedMinutes[];
};

/** `event`: that of its sending. */
export type SentLetter = Letter & { readonly event: number; readonly sentOn: string };

/** `letters`: how many carried it; a private one is counted and not named. */
export type PublicQuestion = Omit<Question, 'visibility' | 'droppedAt' | 'letters'> & { readonly letters: number };

export async function followUpRecord(db: Db, at: FollowUpAt): Promise<FollowUpRecord> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => ({
      events: await followUpRows(snapshot, at),
      letters: await sentLetters(snapshot, at),
      questions: await publicQuestions(snapshot, at),
      minutes: await agreedMinutes(snapshot, at.code),
    }));
}

/** Oldest first. One that its side took back is not there. */
async function sentLetters(db: Db, { code }: FollowUpAt): Promise<readonly SentLetter[]> {
  const letters: SentLetter[] = [];
  for (const { id, about, happenedOn, withdrawn } of (await publicEvents(db, code)).toReversed()) {
    if (about.kind !== 'letter' || withdrawn !== null) continue;
    const letter = await letterOfEvent(db, code, id);
    if (letter !== null) letters.push({ event: id, sentOn: happenedOn, ...letter.content });
  }
  return letters;
}

async function publicQuestions(db: Db, { code }: FollowUpAt): Promise<readonly PublicQuestion[]> {
  return (await questionsOf(db, code))
    .filter(isShown)
    .map(({ id, words, askedAs, askedOn, about, answer, letters }) => ({
      ...{ id, words, askedAs, askedOn, about, answer },
      letters: letters.length,
    }));
}
