/** The acts on a draft of an edition, from the journal, the latest first. For those who write it: names are in it. */
import { sql } from 'kysely';
import type { DraftEvent, DraftChange } from '#domain/workbench/draft-history.ts';
import type { Db } from './connection.ts';

/** By keyset: `before` is the sequence of the last one shown. `limit` 1 to 100. One query. */
export async function draftHistory(
  db: Db,
  { draft, before, limit }: { readonly draft: number; readonly before: number | null; readonly limit: number },
): Promise<{ readonly events: readonly DraftEvent[]; readonly next: number | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 100);
  const by = sql<string | null>`content.says::jsonb ->> 'by'`;
  const rows = await db
    .selectFrom('journalEvent as event')
    .innerJoin('journalContent as content', 'content.sequence', 'event.sequence')
    .leftJoin('person', (join) => join.on(sql`person.id`, '=', by))
    .select([
      'event.sequence',
      'event.happenedAt as at',
      'event.act',
      'event.actor as role',
      'content.says',
      'person.name',
    ])
    .select(by.as('by'))
    .where('event.subjectKind', '=', 'edition-draft')
    .where('event.subjectId', '=', String(draft))
    .$if(before !== null, (query) => query.where('event.sequence', '<', before ?? 0))
    .orderBy('event.sequence', 'desc')
    .limit(size + 1)
    .execute();
  const events = rows.slice(0, size).map(({ by: id, name, says, ...event }) => ({
    ...event,
    by: { id: id ?? '', name: name ?? null },
    writing: event.act === 'write-edition' && says !== null ? writingIn(says) : null,
  }));
  return { events, next: rows.length > size ? (events.at(-1)?.sequence ?? null) : null };
}

/** Written by the acts of the workbench alone. */
function writingIn(says: string): DraftChange {
  return JSON.parse(says) as DraftChange;
}
