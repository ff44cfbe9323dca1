/** Follow-up events of a place: what each side tells, and what of it everybody sees. */
import { sql } from 'kysely';
import {
  isToldBy,
  type EarlierWords,
  type EventAbout,
  type EventWords,
  type FollowUpEvent,
  type Teller,
} from '#domain/events/follow-up-event.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesOf } from './municipality-then.ts';
import { placeColumns } from './places.ts';

/** Lists that signed a public pact of the place: each is bound by its word, whether it governs or not. */
export async function listsBoundHere(
  db: Db,
  place: PlaceCode,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const codes = await codesOf(db, place);
  return await db
    .selectFrom('pactList')
    .innerJoin('pact', 'pact.id', 'pactList.pactId')
    .innerJoin('candidateList as list', 'list.id', 'pactList.candidateListId')
    .select(['list.id', 'list.name'])
    .distinct()
    .where(sql`coalesce(pact.municipality_code, pact.grouping_siren)`, 'in', codes)
    .orderBy('list.id')
    .execute();
}

/** Of all public pacts of the place. Null: there is none. */
export async function promisedHere(
  db: Db,
  place: PlaceCode,
): Promise<{ readonly edition: string; readonly items: ReadonlySet<string> } | null> {
  const codes = await codesOf(db, place);
  const { rows } = await sql<{ edition: string; items: string[] }>`
    with here as (
      select id, edition, term_from from pact
      where municipality_code = any(${codes}) or grouping_siren = any(${codes})
    )
    select (select edition from here order by term_from desc, id desc limit 1) as edition, array(
      select 'm' || c.measure from commitment c join here on here.id = c.pact_id
      union select 'p' || p.letter from pact_principle p join here on here.id = p.pact_id
      union select 'l' || l.id from local_commitment l join here on here.id = l.pact_id
    ) as items
    where exists (select from here)`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { edition: row.edition, items: new Set(row.items) };
}

export async function addEvent(
  db: Db,
  event: EventWords & {
    readonly place: PlaceCode;
    readonly voice: Voice;
    readonly collective: number | null;
    readonly list: number | null;
    readonly edition: string | null;
    readonly about: EventAbout;
    readonly by: string;
    readonly at: Date;
  },
): Promise<number> {
  const { place, collective, list, about, by, at, items, ...words } = event;
  const { id } = await db
    .insertInto('followUpEvent')
    .values({
      ...words,
      ...placeColumns(place),
      collectiveId: collective,
      listId: list,
      kind: about.kind,
      means: about.kind === 'letter' ? about.means : null,
      replyDays: about.kind === 'letter' ? about.replyDays : null,
      replyTo: about.kind === 'reply' ? about.letter : null,
      items: [...items],
      writtenBy: by,
      writtenAt: at,
      changedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findEvent(
  db: Db,
  { place, id, lock = false }: { place: PlaceCode; id: number; lock?: boolean },
): Promise<FollowUpEvent | null> {
  const row = await eventQuery(db, await codesOf(db, place))
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : asEvent(row);
}

/** What everybody sees, latest first; what was withdrawn stays, without its words. */
export async function publicEvents(db: Db, place: PlaceCode): Promise<readonly FollowUpEvent[]> {
  const rows = await eventQuery(db, await codesOf(db, place))
    .where('visibility', '=', 'public')
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...asEvent(row), whoPrivate: '' }));
}

/** All that somebody's side tells, its private ones too; of everybody else, what is public. */
export async function eventsSeenBy(db: Db, place: PlaceCode, teller: Teller): Promise<readonly FollowUpEvent[]> {
  const rows = await eventQuery(db, await codesOf(db, place))
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asEvent).flatMap((event) => {
    if (isToldBy(event, teller)) return [event];
    return event.visibility === 'public' ? [{ ...event, whoPrivate: '' }] : [];
  });
}

/** What everybody sees of one promise, latest first: events about it, and replies to letters about it. */
export async function publicEventsAbout(
  db: Db,
  place: PlaceCode,
  { edition, item }: { readonly edition: string; readonly item: string },
): Promise<readonly FollowUpEvent[]> {
  const rows = await eventQuery(db, await codesOf(db, place))
    .where('visibility', '=', 'public')
    .where('withdrawnAt', 'is', null)
    .where(
      sql<boolean>`(edition = ${edition} and items @> array[${item}] or reply_to in (
        select l.id from follow_up_event l where l.edition = ${edition} and l.items @> array[${item}]
          and l.visibility = 'public' and l.withdrawn_at is null))`,
    )
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...asEvent(row), whoPrivate: '' }));
}

/** In the transaction of its act. What everybody could read before is kept. */
export async function changeEvent(
  db: Db,
  id: number,
  change: EventWords & { readonly edition: string | null; readonly revision: number; readonly at: Date },
): Promise<boolean> {
  const { revision, at, items, ...words } = change;
  await sql`
    insert into follow_up_event_revision (event_id, revision, happened_on, title, words, who, edition, items, replaced_at)
    select id, revision, happened_on, title, words, who, edition, items, ${at} from follow_up_event
    where id = ${id} and revision = ${revision} and withdrawn_at is null and visibility = 'public'
      and (happened_on, title, words, who, items) is distinct from
        (${words.happenedOn}::date, ${words.title}::text, ${words.words}::text, ${words.who}::text, ${[...items]}::text[])
    on conflict do nothing`.execute(db);
  const { numUpdatedRows } = await db
    .updateTable('followUpEvent')
    .set({ ...words, items: [...items], revision: revision + 1, changedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function withdrawEvent(
  db: Db,
  id: number,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('followUpEvent')
    .set({ withdrawnAt: at, withdrawnReason: reason })
    .where('id', '=', id)
    .execute();
}

function eventQuery(db: Db, codes: readonly string[]) {
  return db
    .selectFrom('followUpEvent')
    .selectAll()
    .select(
      sql<(Omit<EarlierWords, 'replacedAt'> & { replacedAt: string })[]>`(
        select coalesce(json_agg(json_build_object('happenedOn', r.happened_on, 'title', r.title, 'words', r.words,
          'who', r.who, 'edition', r.edition, 'items', r.items, 'replacedAt', r.replaced_at) order by r.revision desc), '[]')
        from follow_up_event_revision r where r.event_id = follow_up_event.id)`.as('earlier'),
    )
    .select(sql<string | null>`(select l.name from candidate_list l where l.id = list_id)`.as('listName'))
    .where(sql`coalesce(municipality_code, grouping_siren)`, 'in', codes);
}

function asEvent(row: Awaited<ReturnType<ReturnType<typeof eventQuery>['executeTakeFirstOrThrow']>>): FollowUpEvent {
  const { withdrawnAt, withdrawnReason, happenedOn, title, words, who, whoPrivate, visibility } = row;
  return {
    id: row.id,
    voice: row.voice,
    collective: row.collectiveId,
    list: row.listId === null ? null : { id: row.listId, name: row.listName ?? '' },
    edition: row.edition,
    ...{ happenedOn, title, words, who, whoPrivate, visibility, items: row.items },
    about: aboutOf(row),
    revision: row.revision,
    writtenAt: row.writtenAt,
    changedAt: row.changedAt,
    earlier: row.earlier.map((words) => ({ ...words, replacedAt: new Date(words.replacedAt) })),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  };
}

function aboutOf({
  kind,
  means,
  replyDays,
  replyTo,
}: Pick<
  Awaited<ReturnType<ReturnType<typeof eventQuery>['executeTakeFirstOrThrow']>>,
  'kind' | 'means' | 'replyDays' | 'replyTo'
>): EventAbout {
  if (kind === 'letter') return { kind, means: means ?? 'post', replyDays };
  return kind === 'reply' ? { kind, letter: replyTo ?? 0 } : { kind: 'meeting' };
}
