/** The words of local commitments, by which pages call them: a pact keeps them, and nothing else does. */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { Db } from './connection.ts';

/** By item (`l412`); those of measures and principles, and local ones that went away, are not there. At most one query. */
export async function localWords(db: Db, items: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = items.flatMap((item) => {
    const key = commitmentKeyOf(item);
    return key?.kind === 'local' ? [key.local] : [];
  });
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('localCommitment')
    .select(['id', 'text'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, text }) => [`l${id}`, text]));
}
