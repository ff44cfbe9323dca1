/** Files that came in a form which was never published: they wait a week with it, then they are forgotten. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { forgetUnusedDocument } from './documents.ts';

const DAYS = 7;
const DAY = 86_400_000;
/** In one round; the next takes the others. */
const MOST = 500;

/** `form 2029-06-10`: the day on which it came, UTC. `from`: the account, under a name that says nothing of it. */
export function heldByForm(at: Date, from = ''): string {
  return `form ${at.toISOString().slice(0, 10)} ${from}`.trim();
}

/** How many files went. One that something else uses stays. */
export async function forgetFormFiles(db: Db, now: Date): Promise<number> {
  const held = await db
    .selectFrom('evidenceDocument')
    .select(['documentId', 'usedBy'])
    .where('usedBy', 'like', 'form %')
    .where(sql<string>`used_by collate "C"`, '<', heldByForm(new Date(now.getTime() - DAYS * DAY)))
    .limit(MOST)
    .execute();
  let gone = 0;
  for (const { documentId, usedBy } of held) {
    const went = await db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom('evidenceDocument')
        .where('documentId', '=', documentId)
        .where('usedBy', '=', usedBy)
        .execute();
      return await forgetUnusedDocument(transaction, documentId);
    });
    if (went) gone += 1;
  }
  return gone;
}
