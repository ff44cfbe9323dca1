/** What the journal says, to anybody, of some subjects: their public acts alone. */
import { sql } from 'kysely';
import type { JournalSubject } from '#domain/shared/journal-subject.ts';
import { PUBLIC_ACTS } from '#domain/shared/public-acts.ts';
import type { Db } from './connection.ts';

export type EventRecord = {
  readonly sequence: number;
  readonly happenedAt: Date;
  readonly act: string;
  readonly actor: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly says: string | null;
  readonly erasedAt: Date | null;
};

const ALLOWED = Object.entries(PUBLIC_ACTS).flatMap(([kind, acts]) => acts.map((act) => `${kind} ${act}`));

/** Oldest first; none when nothing public happened to them. */
export async function publicEvents(
  db: Db,
  subjects: readonly { readonly kind: JournalSubject['kind']; readonly id: number | string }[],
): Promise<readonly EventRecord[]> {
  const asked = subjects.filter(({ kind }) => PUBLIC_ACTS[kind].length > 0).map(({ kind, id }) => `${kind} ${id}`);
  if (asked.length === 0) return [];
  return await db
    .selectFrom('journalEvent as event')
    .leftJoin('journalContent as content', 'content.sequence', 'event.sequence')
    .selectAll('event')
    .select(['content.salt', 'content.says', 'content.erasedAt'])
    .where(sql<string>`event.subject_kind || ' ' || event.subject_id`, 'in', asked)
    .where(sql<string>`event.subject_kind || ' ' || event.act`, 'in', ALLOWED)
    .orderBy('event.sequence')
    .execute();
}
