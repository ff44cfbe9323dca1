/** The meetings of a follow-up committee, with their agendas and minutes. */
import { randomUUID } from 'node:crypto';
import type { AgendaItem, Meeting, MeetingWords } from '#domain/committee/meeting.ts';
import type { Minutes } from '#domain/committee/minutes.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { standingsOf } from './committee-decisions.ts';
import type { Db } from './connection.ts';

export async function callMeeting(
  db: Db,
  committee: number,
  { at, ...words }: MeetingWords & { readonly at: Date },
): Promise<{ readonly number: number }> {
  // The committee is held by the act: two meetings called at once come one after the other.
  const last = await db
    .selectFrom('committeeMeeting')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('committeeId', '=', committee)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto('committeeMeeting')
    .values({ ...words, committeeId: committee, number, uid: randomUUID(), changedAt: at })
    .execute();
  return { number };
}

export async function meetingsOf(
  db: Db,
  committee: number,
  { number }: { readonly number?: number } = {},
): Promise<readonly Meeting[]> {
  const rows = await db
    .selectFrom('committeeMeeting')
    .leftJoin('committeeMinutes', 'committeeMinutes.meetingId', 'committeeMeeting.id')
    .select(['id', 'number', 'uid', 'committeeMeeting.revision', 'startsAt', 'endsAt', 'zone', 'location', 'open'])
    .select(['changedAt', 'cancelledAt', 'committeeMinutes.revision as written', 'content', 'writtenAt', 'agreedAt'])
    .where('committeeId', '=', committee)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [items, yeses, standings] =
    ids.length === 0 ? [[], [], []] : await Promise.all([itemsOf(db, ids), yesesOf(db, ids), standingsOf(db, ids)]);
  return rows.map(({ written, content, writtenAt, agreedAt, ...meeting }) => ({
    ...meeting,
    agenda: items.filter(({ meetingId }) => meetingId === meeting.id).map(asItem),
    minutes:
      written === null || content === null || writtenAt === null
        ? null
        : {
            revision: written,
            content,
            writtenAt,
            agreedAt,
            said: yeses
              .filter(({ meetingId }) => meetingId === meeting.id)
              .map(({ voice, revision, saidAt }) => ({ voice, revision, at: saidAt })),
            standings: standings.flatMap(({ meetingId, standing }) => (meetingId === meeting.id ? [standing] : [])),
          },
  }));
}

export async function changeMeeting(
  db: Db,
  meeting: number,
  { revision, at, ...words }: MeetingWords & { readonly revision: number; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('committeeMeeting')
    .set({ ...words, revision: revision + 1, changedAt: at })
    .where('id', '=', meeting)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function cancelMeeting(db: Db, meeting: number, at: Date): Promise<void> {
  await db
    .updateTable('committeeMeeting')
    .set(({ eb }) => ({ cancelledAt: at, changedAt: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', meeting)
    .execute();
}

export async function addAgendaItem(
  db: Db,
  meeting: number,
  { words, about, proposedAs, by, at }: Omit<AgendaItem, 'id'> & { readonly by: string; readonly at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('committeeAgendaItem')
    .values({
      meetingId: meeting,
      words,
      edition: about?.edition ?? null,
      item: about?.item ?? null,
      proposedAs,
      proposedBy: by,
      proposedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeAgendaItem(db: Db, meeting: number, item: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('committeeAgendaItem')
    .set({ removedAt: at })
    .where('id', '=', item)
    .where('meetingId', '=', meeting)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function writeMinutes(
  db: Db,
  meeting: number,
  { revision, content, by, at }: { revision: number; content: Minutes; by: string; at: Date },
): Promise<boolean> {
  const row = { revision: revision + 1, content: JSON.stringify(content), writtenAt: at, writtenBy: by };
  if (revision === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('committeeMinutes')
      .values({ ...row, meetingId: meeting })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('committeeMinutes')
    .set(row)
    .where('meetingId', '=', meeting)
    .where('revision', '=', revision)
    .where('agreedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function sayYes(
  db: Db,
  meeting: number,
  { voice, revision, person, at }: { voice: Voice; revision: number; person: string; at: Date },
): Promise<void> {
  await db
    .insertInto('committeeMinutesYes')
    .values({ meetingId: meeting, voice, revision, personId: person, saidAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function agreeMinutes(
  db: Db,
  meeting: number,
  { at, content, edition }: { at: Date; content: Minutes; edition: string | null },
): Promise<void> {
  await db.updateTable('committeeMinutes').set({ agreedAt: at }).where('meetingId', '=', meeting).execute();
  if (content.decisions.length === 0) return;
  const decisions = content.decisions.map(({ words, items, who, dueOn }, index) => ({
    meetingId: meeting,
    ordinal: index + 1,
    words,
    who,
    dueOn,
    edition: items.length === 0 ? null : edition,
    items: [...items],
  }));
  await db.insertInto('committeeDecision').values(decisions).execute();
}

async function itemsOf(db: Db, meetings: readonly number[]) {
  return await db
    .selectFrom('committeeAgendaItem')
    .select(['id', 'meetingId', 'words', 'edition', 'item', 'proposedAs'])
    .where('meetingId', 'in', meetings)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
}

async function yesesOf(db: Db, meetings: readonly number[]) {
  return await db
    .selectFrom('committeeMinutesYes')
    .select(['meetingId', 'voice', 'revision', 'saidAt'])
    .where('meetingId', 'in', meetings)
    .orderBy('saidAt')
    .execute();
}

function asItem(row: Awaited<ReturnType<typeof itemsOf>>[number]): AgendaItem {
  const { id, words, edition, item, proposedAs } = row;
  return { id, words, proposedAs, about: edition === null || item === null ? null : { edition, item } };
}
