/**
 * The journal: one event for each accepted act, written in the same transaction as its change.
 * How it is checked: ./journal-verify.ts.
 */
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#domain/shared/canonical-json.ts';
import type { JournalSubject } from '#domain/shared/journal-subject.ts';
import type { Db } from './connection.ts';
import { contentHash, eventHash, newSalt } from './journal-chain.ts';

export type JournalTables = {
  journalEvent: {
    sequence: number;
    happenedAt: Date;
    act: string;
    actor: string;
    subjectKind: string;
    subjectId: string;
    contentHash: string;
    previousHash: string;
    hash: string;
  };
  journalContent: { sequence: number; salt: string | null; says: string | null; erasedAt: Date | null };
  journalHead: { id: boolean; sequence: number; hash: string };
};

export type NewEvent = {
  readonly at: Date;
  readonly act: string;
  /** The role alone; a name belongs in `says`, where it can be erased. */
  readonly actor: string;
  readonly subject: JournalSubject;
  readonly says: Json;
};

/**
 * Adds one event at the end of the chain. Call it last in the transaction: it puts writers in line until commit.
 */
export async function appendEvent(db: Db, event: NewEvent): Promise<number> {
  return (await appendEvents(db, [event])).at(-1) ?? 0;
}

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS = 2000;

/** Adds events at the end of the chain, in order, in a few statements however many they are; the numbers they got. */
export async function appendEvents(db: Db, events: readonly NewEvent[]): Promise<readonly number[]> {
  if (events.length === 0) return [];
  const head = await db.selectFrom('journalHead').selectAll().forUpdate().executeTakeFirstOrThrow();
  let previous: { readonly sequence: number; readonly hash: string } = head;
  const made = events.map((event) => {
    const linked = linkAfter(previous, event);
    previous = linked.event;
    return linked;
  });
  for (let from = 0; from < made.length; from += ROWS) {
    const some = made.slice(from, from + ROWS);
    await db
      .insertInto('journalEvent')
      .values(some.map(({ event }) => event))
      .execute();
    await db
      .insertInto('journalContent')
      .values(some.map(({ content }) => content))
      .execute();
  }
  await db.updateTable('journalHead').set({ sequence: previous.sequence, hash: previous.hash }).execute();
  return made.map(({ event }) => event.sequence);
}

function linkAfter(previous: { readonly sequence: number; readonly hash: string }, event: NewEvent) {
  const salt = newSalt();
  const says = canonicalJson(event.says);
  const linked = {
    sequence: previous.sequence + 1,
    happenedAt: event.at,
    act: event.act,
    actor: event.actor,
    subjectKind: event.subject.kind,
    subjectId: String(event.subject.id),
    contentHash: contentHash(salt, says),
    previousHash: previous.hash,
  };
  return {
    event: { ...linked, hash: eventHash(linked) },
    content: { sequence: linked.sequence, salt, says, erasedAt: null },
  };
}

/** Erases the words of every event about `subject`; the chain still verifies. Returns how many were erased. */
export async function eraseWordsAbout(db: Db, subject: JournalSubject, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('journalContent')
    .set({ salt: null, says: null, erasedAt: at })
    .where('erasedAt', 'is', null)
    .where('sequence', 'in', (events) =>
      events
        .selectFrom('journalEvent')
        .select('sequence')
        .where('subjectKind', '=', subject.kind)
        .where('subjectId', '=', String(subject.id)),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export type JournalEntry = {
  readonly sequence: number;
  readonly at: Date;
  readonly act: string;
  readonly actor: string;
  /** Null: erased. */
  readonly says: Json;
};

/** The history of one subject, oldest first. */
export async function historyOf(db: Db, { kind, id }: JournalSubject): Promise<readonly JournalEntry[]> {
  return await historiesOf(db, { kind, ids: [String(id)] });
}

/** Of many subjects of one kind, oldest first, in one query. */
export async function historiesOf(
  db: Db,
  { kind, ids }: { readonly kind: JournalSubject['kind']; readonly ids: readonly string[] },
): Promise<readonly (JournalEntry & { readonly subject: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('journalEvent as event')
    .innerJoin('journalContent as content', 'content.sequence', 'event.sequence')
    .select(['event.sequence', 'event.happenedAt as at', 'event.act', 'event.actor', 'content.says'])
    .select('event.subjectId as subject')
    .where('event.subjectKind', '=', kind)
    .where(sql<boolean>`event.subject_id = any(${[...ids]}::text[])`)
    .orderBy('event.sequence')
    .execute();
  return rows.map(({ says, ...row }) => ({ ...row, says: says === null ? null : (JSON.parse(says) as Json) }));
}
