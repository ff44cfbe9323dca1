/** Mails waiting to go, going, gone or given up. Their delivery: ../mail/deliver.ts. */
import { sql, type Generated } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import { emailOfPerson } from './people.ts';

export type MailTables = {
  mail: {
    id: Generated<number>;
    recipient: string;
    personId: string | null;
    kind: string;
    content: JsonColumn<Json> | null;
    queuedAt: Date;
    nextTryAt: Date | null;
    claimedUntil: Date | null;
    tries: Generated<number>;
    sentAt: Date | null;
    failedAt: Date | null;
    lastError: string | null;
  };
};

export async function queueMail(
  db: Db,
  mail: {
    readonly to: string | { readonly person: string };
    readonly content: { readonly kind: string } & { readonly [key: string]: Json };
    readonly at: Date;
    readonly goesAt?: Date;
  },
): Promise<void> {
  const recipient = typeof mail.to === 'string' ? mail.to : await emailOfPerson(db, mail.to.person);
  if (recipient === null) return;
  await db
    .insertInto('mail')
    .values({
      recipient,
      personId: typeof mail.to === 'string' ? null : mail.to.person,
      kind: mail.content.kind,
      content: sql`${JSON.stringify(mail.content)}::jsonb`,
      queuedAt: mail.at,
      nextTryAt: mail.goesAt ?? mail.at,
      claimedUntil: null,
      sentAt: null,
      failedAt: null,
      lastError: null,
    })
    .execute();
}

/** One that waits for its hour is claimed by nobody: it goes entirely, or not at all. */
export async function takeBackNewsAsked(
  db: Db,
  { to, lead }: { readonly to: string; readonly lead: number },
  now: Date,
): Promise<Date | null> {
  const taken = await db
    .deleteFrom('mail')
    .where(sql<string>`lower(recipient)`, '=', to.toLowerCase())
    .where('kind', '=', 'news-asked')
    .where(sql<string>`content->>'lead'`, '=', String(lead))
    .where('tries', '=', 0)
    .where('nextTryAt', '>', now)
    .returning('nextTryAt')
    .executeTakeFirst();
  return taken?.nextTryAt ?? null;
}

export async function mailsKeptAbout(
  db: Db,
  { person, email }: { readonly person: string; readonly email: string },
): Promise<Json> {
  const rows = await db
    .selectFrom('mail')
    .select(['kind', 'queuedAt', 'sentAt', 'failedAt'])
    .where((is) => is.or([is('personId', '=', person), is(sql<string>`lower(recipient)`, '=', email.toLowerCase())]))
    .orderBy('queuedAt')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    failedAt: row.failedAt?.toISOString() ?? null,
  }));
}

export async function eraseMailsTo(db: Db, email: string, of?: { readonly kind: string }): Promise<void> {
  await db
    .deleteFrom('mail')
    .where(sql<string>`lower(recipient)`, '=', email.toLowerCase())
    .$if(of !== undefined, (query) => query.where('kind', '=', of?.kind ?? ''))
    .execute();
}
