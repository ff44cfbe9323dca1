/**
 * Files that what was said rests on. One taken out of sight is out of sight for all that is said of the same promise: said
 * again in a review, or brought by somebody else, it does not come back.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './connection.ts';

export async function holdDocuments(db: Db, usedBy: string, documents: readonly number[]): Promise<void> {
  if (documents.length === 0) return;
  await db
    .insertInto('evidenceDocument')
    .values(documents.map((documentId) => ({ documentId, usedBy, hiddenAt: null, hiddenReason: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const same = usesOfSamePromise(usedBy);
  if (same === null) return;
  await sql`
    update evidence_document e set hidden_at = before.hidden_at, hidden_reason = before.hidden_reason
    from (
      select distinct on (document_id) document_id, hidden_at, hidden_reason from evidence_document
      where document_id = any(${[...documents]}::integer[]) and hidden_at is not null and used_by in (${same})
      order by document_id, hidden_at
    ) before
    where e.used_by = ${usedBy} and e.document_id = before.document_id and e.hidden_at is null`.execute(db);
}

export async function releaseDocuments(db: Db, usedBy: string): Promise<void> {
  await db.deleteFrom('evidenceDocument').where('usedBy', '=', usedBy).execute();
}

/** Bytes of the files kept under this name. */
export async function heldBytes(db: Db, usedBy: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('evidenceDocument')
    .innerJoin('document', 'document.id', 'evidenceDocument.documentId')
    .select(sql<number>`coalesce(sum(octet_length(document.bytes)), 0)::float8`.as('bytes'))
    .where('usedBy', '=', usedBy)
    .executeTakeFirstOrThrow();
  return bytes;
}

/** False: no such file is shown there. */
export async function hideDocument(
  db: Db,
  given: { readonly document: number; readonly usedBy: string; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evidenceDocument')
    .set({ hiddenAt: given.at, hiddenReason: given.reason })
    .where('documentId', '=', given.document)
    .where('usedBy', '=', given.usedBy)
    .where('hiddenAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const same = usesOfSamePromise(given.usedBy);
  if (same === null) return true;
  await sql`
    update evidence_document set hidden_at = ${given.at}, hidden_reason = ${given.reason}
    where document_id = ${given.document} and hidden_at is null and used_by in (${same})`.execute(db);
  return true;
}

/** Everything said in public of the promise that `usedBy` speaks of, itself among it. Null: it is not public. */
function usesOfSamePromise(usedBy: string): RawBuilder<unknown> | null {
  const [, kind, digits] = /^(assessment|remark) (\d{1,10})$/.exec(usedBy) ?? [];
  if (kind === undefined) return null;
  const spoken = sql`select pact_id, item from ${sql.table(kind)} where id = ${Number(digits)}`;
  return sql`
    select 'assessment ' || a.id from assessment a join (${spoken}) p on a.pact_id = p.pact_id and a.item = p.item
    union all
    select 'remark ' || r.id from remark r join (${spoken}) p on r.pact_id = p.pact_id and r.item = p.item`;
}
