/** News of actions: what was said, by whom, what everybody sees of it. */
import { sql } from 'kysely';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import type { NewNews, SaidNews } from '#domain/plan/news-kept.ts';
import type { Db } from './connection.ts';

/** Null: this very form was sent already. */
export async function insertNews(db: Db, news: NewNews): Promise<number | null> {
  const { action, entry, at, kind, status, words, document, photo, sending } = news;
  const row = await db
    .insertInto('actionNews')
    .values({
      actionId: action,
      entryId: entry,
      saidAt: at,
      kind,
      status,
      words,
      documentId: document,
      isPhoto: photo,
      sending,
      publishedAt: null,
      hiddenAt: null,
    })
    .onConflict((conflict) => conflict.columns(['actionId', 'sending']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function wasSaid(
  db: Db,
  { action, sending }: { readonly action: number; readonly sending: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('actionNews')
    .select('id')
    .where('actionId', '=', action)
    .where('sending', '=', sending)
    .executeTakeFirst();
  return row !== undefined;
}

export async function refreshAction(db: Db, action: number, at: Date): Promise<void> {
  await db.updateTable('workingAction').set({ newsAt: at }).where('id', '=', action).execute();
}

export async function newsOfPlan(
  db: Db,
  plan: number,
  { limit }: { readonly limit: number },
): Promise<readonly SaidNews[]> {
  return await selectNews(db).where('action.planId', '=', plan).orderBy('n.id', 'desc').limit(limit).execute();
}

export async function newsOfAction(db: Db, action: number): Promise<readonly SaidNews[]> {
  return await selectNews(db).where('action.id', '=', action).orderBy('n.id', 'desc').execute();
}

function selectNews(db: Db) {
  return db
    .selectFrom('actionNews as n')
    .innerJoin('workingAction as action', 'action.id', 'n.actionId')
    .leftJoin('directoryEntry as entry', 'entry.id', 'n.entryId')
    .select(['n.id', 'action.id as action', 'n.entryId as entry', 'entry.name as by', 'n.saidAt as at', 'n.kind'])
    .select(['n.status', 'n.words', 'n.publishedAt', 'n.hiddenAt'])
    .select(
      sql<
        SaidNews['document']
      >`(select jsonb_build_object('sha256', d.sha256, 'filename', d.filename, 'photo', n.is_photo)
        from document d where d.id = n.document_id)`.as('document'),
    );
}

export async function newsInPlan(
  db: Db,
  { plan, id }: { readonly plan: number; readonly id: number },
): Promise<SaidNews | null> {
  const found = await selectNews(db).where('action.planId', '=', plan).where('n.id', '=', id).executeTakeFirst();
  return found ?? null;
}

/** What the next version of a plan shows: said of actions that everybody will see, neither shown yet nor kept inside. */
export async function awaitingNews(db: Db, plan: number): Promise<readonly SaidNews[]> {
  return await selectNews(db)
    .where('action.planId', '=', plan)
    .where('action.removedAt', 'is', null)
    .where('action.visibility', '=', 'public')
    .where('n.publishedAt', 'is', null)
    .where('n.hiddenAt', 'is', null)
    .where('n.kind', '<>', 'not-mine')
    .orderBy('n.id')
    .execute();
}

/** Kept inside, it is seen no more; kept inside no more, it waits for the next version. */
export async function keepNewsInside(db: Db, id: number, hiddenAt: Date | null): Promise<void> {
  await db
    .updateTable('actionNews')
    .set(hiddenAt === null ? { hiddenAt } : { hiddenAt, publishedAt: null })
    .where('id', '=', id)
    .execute();
}

/** Only of an action that everybody sees, and never what was kept inside or says whose the action is. */
export async function publishNewsAtOnce(db: Db, id: number, at: Date): Promise<void> {
  await sql`
    update action_news n set published_at = ${at}
    from working_action w join action a on a.id = w.id
    where n.id = ${id} and w.id = n.action_id and w.visibility = 'public'
      and n.hidden_at is null and n.published_at is null and n.kind <> 'not-mine'`.execute(db);
}

/** Call when a version of a plan is published, with what waited for it and was looked at. */
export async function publishNewsOf(db: Db, news: readonly number[], at: Date): Promise<void> {
  if (news.length === 0) return;
  await db
    .updateTable('actionNews')
    .set({ publishedAt: at })
    .where(sql<boolean>`id = any(${[...news]}::integer[])`)
    .where('publishedAt', 'is', null)
    .execute();
}

export type PublicNews = {
  readonly id: number;
  readonly at: Date;
  readonly kind: 'news' | 'nothing-new';
  readonly status: ActionStatus | null;
  readonly words: string;
  /** Null: a person whose name is not public. */
  readonly by: string | null;
  readonly photo: string | null;
  readonly file: string | null;
};

/**
 * What everybody may read of a public action, newest first. `photo` and `file`: hashes of kept files, of those that the sheet
 * shows as it was last published: what is ticked since on the sheet that the town hall works on waits for the next version.
 */
export async function publicNewsOf(db: Db, action: number): Promise<readonly PublicNews[]> {
  const { rows } = await sql<PublicNews>`
    select n.id, n.said_at as at, n.kind, n.status, n.words,
      case when e.kind <> 'person' or e.is_elected or e.is_public then e.name end as by,
      case when n.is_photo then d.sha256 end as photo, case when not n.is_photo then d.sha256 end as file
    from action_news n join action a on a.id = n.action_id
      left join directory_entry e on e.id = n.entry_id
      left join document d on d.id = n.document_id and ${isOnSheet}
    where a.id = ${action} and n.published_at is not null and n.hidden_at is null
    order by n.id desc`.execute(db);
  return rows;
}

type NewsFile = { readonly bytes: Buffer; readonly mediaType: string; readonly filename: string };

/** The file of any news of a plan, for its town hall; null: there is none. */
export async function workingNewsFile(
  db: Db,
  { plan, sha256 }: { readonly plan: number; readonly sha256: string },
): Promise<NewsFile | null> {
  const { rows } = await sql<NewsFile>`
    select d.bytes, d.media_type, d.filename
    from action_news n join working_action a on a.id = n.action_id join document d on d.id = n.document_id
    where a.plan_id = ${plan} and d.sha256 = ${sha256} limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The file of a news that everybody may read, once the published sheet shows it; null: there is none. */
export async function publicNewsFile(
  db: Db,
  { plan, sha256 }: { readonly plan: number; readonly sha256: string },
): Promise<(NewsFile & { readonly about: string }) | null> {
  const { rows } = await sql<NewsFile & { readonly about: string }>`
    select d.bytes, d.media_type, d.filename, a.title as about
    from action_news n join action a on a.id = n.action_id join document d on d.id = n.document_id and ${isOnSheet}
    where a.plan_id = ${plan} and d.sha256 = ${sha256} and n.published_at is not null and n.hidden_at is null
    limit 1`.execute(db);
  return rows[0] ?? null;
}

const isOnSheet = sql`a.sheet->'documents' @> jsonb_build_array(jsonb_build_object('sha256', d.sha256))`;
