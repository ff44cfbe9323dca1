/** Frozen versions of the crosswalk: added, never changed. */
import { sql } from 'kysely';
import type { CrosswalkContent, CrosswalkVersion } from '#domain/crosswalk/crosswalk-version.ts';
import type { Db } from './connection.ts';

/** Any constant, the same in all processes. ASCII of "crosswal". */
const VERSION_LOCK = '7165064744876204396';

/** `content` and `bytes` are the same: the value, and the text that the hash is of. */
export type KeptVersion = Omit<CrosswalkVersion, 'relations'> & {
  readonly bytes: string;
  readonly content: CrosswalkContent;
};

/** Null: none. Whoever asks in a transaction holds the next number until its end. */
export async function lockLastVersion(db: Db): Promise<CrosswalkContent | null> {
  await sql`select pg_advisory_xact_lock(${VERSION_LOCK})`.execute(db);
  const row = await db
    .selectFrom('crosswalkVersion')
    .select('content')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : contentIn(row.content);
}

export async function keepVersion(
  db: Db,
  content: string,
  { number, sha256, publishedAt }: Omit<CrosswalkVersion, 'relations'>,
): Promise<void> {
  await db.insertInto('crosswalkVersion').values({ number, content, sha256, publishedAt }).execute();
}

export async function findVersion(db: Db, number: number): Promise<KeptVersion | null> {
  const row = await db.selectFrom('crosswalkVersion').selectAll().where('number', '=', number).executeTakeFirst();
  if (row === undefined) return null;
  const { content: bytes, ...version } = row;
  return { ...version, bytes, content: contentIn(bytes) };
}

/** The last first; a hundred at most. */
export async function versionList(db: Db): Promise<readonly CrosswalkVersion[]> {
  return await db
    .selectFrom('crosswalkVersion')
    .select(['number', 'sha256', 'publishedAt'])
    .select(sql<number>`jsonb_array_length(content::jsonb -> 'relations')`.as('relations'))
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
}

/** Written by the act of publishing alone, from a checked value. */
function contentIn(text: string): CrosswalkContent {
  return JSON.parse(text) as CrosswalkContent;
}
