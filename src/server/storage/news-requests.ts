/** Askings for news, and the secret links that go with them: only the hash of a link is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { FoundNewsLink, NewNewsLink, NewRequest, OpenRequest } from '#domain/plan/news-kept.ts';
import { emailDigest } from '../secret.ts';
import type { Db } from './connection.ts';

export async function askForNews(db: Db, { plan, entry, actions, words, by, at }: NewRequest): Promise<number> {
  const { id } = await db
    .insertInto('newsRequest')
    .values({ planId: plan, entryId: entry, words, askedAt: at, askedBy: by, mailedAt: at, closedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('newsRequestAction')
    .values(actions.map((action) => ({ requestId: id, actionId: action, answeredAt: null })))
    .execute();
  return id;
}

export async function openRequests(db: Db, { entry }: { readonly entry?: number }): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select q.id, q.plan_id as plan, q.entry_id as entry, q.words, q.asked_by, q.mails, q.mailed_at,
      coalesce((select jsonb_agg(x.action_id order by x.action_id)
        from news_request_action x join working_action a on a.id = x.action_id join working_plan p on p.id = a.plan_id
        where x.request_id = q.id and x.answered_at is null and a.removed_at is null and p.archived_at is null
          and exists (select from working_role r where r.action_id = a.id and r.entry_id = q.entry_id and r.role = 'lead')
      ), '[]') as actions
    from news_request q
    where q.closed_at is null ${entry === undefined ? sql`` : sql`and q.entry_id = ${entry}`}
    order by q.id ${db.isTransaction ? sql`for update of q` : sql``}`.execute(db);
  return rows;
}

export async function markMailed(db: Db, requests: readonly number[], at: Date): Promise<void> {
  if (requests.length === 0) return;
  await db
    .updateTable('newsRequest')
    .set((row) => ({ mailedAt: at, mails: row('mails', '+', 1) }))
    .where('id', 'in', [...requests])
    .execute();
}

export async function closeRequests(db: Db, requests: readonly number[], at: Date): Promise<void> {
  if (requests.length === 0) return;
  await db
    .updateTable('newsRequest')
    .set({ closedAt: at })
    .where('id', 'in', [...requests])
    .where('closedAt', 'is', null)
    .execute();
}

export async function markAnswered(
  db: Db,
  { entry, actions }: { readonly entry: number; readonly actions: readonly number[] },
  at: Date,
): Promise<void> {
  if (actions.length === 0) return;
  const theirs = db.selectFrom('newsRequest').select('id').where('entryId', '=', entry).where('closedAt', 'is', null);
  await db
    .updateTable('newsRequestAction')
    .set({ answeredAt: at })
    .where('requestId', 'in', theirs)
    .where('actionId', 'in', [...actions])
    .where('answeredAt', 'is', null)
    .execute();
  await sql`
    update news_request q set closed_at = ${at} where q.entry_id = ${entry} and q.closed_at is null
      and not exists (select from news_request_action x where x.request_id = q.id and x.answered_at is null)`.execute(
    db,
  );
}

export async function makeNewsLink(db: Db, { entry, email, at, expiresAt }: NewNewsLink): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('newsLink')
    .values({
      tokenHash: hashOf(token),
      entryId: entry,
      addressDigest: emailDigest(email, 'news'),
      madeAt: at,
      expiresAt,
      endedAt: null,
    })
    .execute();
  return token;
}

export async function newsLink(db: Db, token: string): Promise<FoundNewsLink | null> {
  const row = await db
    .selectFrom('newsLink as link')
    .innerJoin('directoryEntry as entry', 'entry.id', 'link.entryId')
    .leftJoin('directoryEntry as into', 'into.id', 'entry.mergedInto')
    .select(['link.entryId as entry', 'link.expiresAt', 'link.endedAt', 'link.addressDigest'])
    .select(['entry.email', 'entry.mergedInto', 'into.email as intoEmail'])
    .where('link.tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  const email = row.mergedInto === null ? row.email : row.intoEmail;
  return {
    entry: row.entry,
    expiresAt: row.expiresAt,
    ended: row.endedAt !== null,
    current: email !== null && emailDigest(email, 'news') === row.addressDigest,
  };
}

export async function endNewsLinks(db: Db, entry: number, at: Date): Promise<void> {
  await db
    .updateTable('newsLink')
    .set({ endedAt: at })
    .where('entryId', '=', entry)
    .where('endedAt', 'is', null)
    .execute();
}

export async function forgetNewsLinks(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('newsLink').where('expiresAt', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
