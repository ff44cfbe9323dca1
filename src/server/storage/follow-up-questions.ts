/** Questions asked about promises, and letters that carry them. */
import { sql } from 'kysely';
import type { KeptLetter, Letter } from '#domain/events/letter.ts';
import type { KeptQuestion } from '#domain/events/question.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { placeColumns } from './places.ts';

export async function askQuestion(
  db: Db,
  question: {
    readonly place: PlaceCode;
    readonly askedAs: Voice | 'committee';
    readonly collective: number | null;
    readonly committee: number | null;
    readonly words: string;
    readonly about: { readonly edition: string; readonly item: string } | null;
    readonly visibility: 'public' | 'private';
    readonly on: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<number> {
  const { place, collective, committee, about, on, by, at, ...rest } = question;
  const { id } = await db
    .insertInto('followUpQuestion')
    .values({
      ...rest,
      ...placeColumns(place),
      collectiveId: collective,
      committeeId: committee,
      edition: about?.edition ?? null,
      item: about?.item ?? null,
      askedOn: on,
      askedBy: by,
      createdAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Of a place, oldest first. `open`: neither answered nor dropped. */
export async function questionsOf(
  db: Db,
  place: PlaceCode,
  { open = false, id }: { readonly open?: boolean; readonly id?: number } = {},
): Promise<readonly KeptQuestion[]> {
  const rows = await db
    .selectFrom('followUpQuestion as q')
    .selectAll('q')
    .select(
      sql<{ event: number; sentOn: string }[]>`(
        select coalesce(json_agg(json_build_object('event', e.id, 'sentOn', e.happened_on) order by e.happened_on, e.id), '[]')
        from follow_up_letter_question l join follow_up_event e on e.id = l.event_id
        where l.question_id = q.id and e.withdrawn_at is null
      )`.as('letters'),
    )
    .where(sql`coalesce(q.municipality_code, q.grouping_siren)`, '=', codeOf(place))
    .$if(open, (query) => query.where('answer', 'is', null).where('droppedAt', 'is', null))
    .$if(id !== undefined, (query) => query.where('q.id', '=', id ?? 0))
    .orderBy('q.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    askedAs: row.askedAs,
    askedOn: row.askedOn,
    about: row.edition === null || row.item === null ? null : { edition: row.edition, item: row.item },
    visibility: row.visibility,
    answer:
      row.answer === null || row.answeredOn === null || row.answeredAs === null
        ? null
        : { words: row.answer, on: row.answeredOn, by: row.answeredAs },
    droppedAt: row.droppedAt,
    letters: row.letters,
    collective: row.collectiveId,
    committee: row.committeeId,
  }));
}

export async function answerQuestion(
  db: Db,
  question: number,
  { words, on, by }: { readonly words: string; readonly on: string; readonly by: Voice },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('followUpQuestion')
    .set({ answer: words, answeredOn: on, answeredAs: by })
    .where('id', '=', question)
    .where('answer', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function dropQuestion(db: Db, question: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('followUpQuestion')
    .set({ droppedAt: at })
    .where('id', '=', question)
    .where('answer', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function draftLetter(
  db: Db,
  {
    place,
    collective,
    content,
    by,
    at,
  }: { place: PlaceCode; collective: number; content: Letter; by: string; at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('followUpLetter')
    .values({
      ...placeColumns(place),
      collectiveId: collective,
      content: JSON.stringify(content),
      createdAt: at,
      createdBy: by,
      changedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findLetter(
  db: Db,
  { place, id, lock = false }: { place: PlaceCode; id: number; lock?: boolean },
): Promise<KeptLetter | null> {
  const row = await letterQuery(db, place)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : row;
}

/** Those of a collective that are not thrown away, latest first. */
export async function lettersOf(db: Db, place: PlaceCode, collective: number): Promise<readonly KeptLetter[]> {
  return await letterQuery(db, place)
    .where('collectiveId', '=', collective)
    .where('thrownAwayAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** The words of a letter that was sent: of its event. */
export async function letterOfEvent(db: Db, place: PlaceCode, event: number): Promise<KeptLetter | null> {
  return (await letterQuery(db, place).where('eventId', '=', event).executeTakeFirst()) ?? null;
}

export async function changeLetter(
  db: Db,
  id: number,
  { revision, content, at }: { readonly revision: number; readonly content: Letter; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('followUpLetter')
    .set({ content: JSON.stringify(content), revision: revision + 1, changedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('eventId', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function letterSent(
  db: Db,
  id: number,
  { event, questions }: { readonly event: number; readonly questions: readonly number[] },
): Promise<void> {
  await db.updateTable('followUpLetter').set({ eventId: event }).where('id', '=', id).execute();
  if (questions.length === 0) return;
  await db
    .insertInto('followUpLetterQuestion')
    .values(questions.map((questionId) => ({ eventId: event, questionId })))
    .execute();
}

export async function throwLetterAway(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('followUpLetter').set({ thrownAwayAt: at }).where('id', '=', id).execute();
}

function letterQuery(db: Db, place: PlaceCode) {
  return db
    .selectFrom('followUpLetter')
    .select(['id', 'collectiveId as collective', 'content', 'revision', 'createdAt', 'changedAt'])
    .select(['eventId as event', 'thrownAwayAt'])
    .where(sql`coalesce(municipality_code, grouping_siren)`, '=', codeOf(place));
}
