/** Remarks of others than the two voices. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { KeptRemark, NewRemark } from '#domain/follow-up/remark.ts';
import type { Db } from './connection.ts';

export async function addRemark(db: Db, remark: NewRemark): Promise<number> {
  const { pact, item, name, quality, sentence, evidence, person, at } = remark;
  const { id } = await db
    .insertInto('remark')
    .values({
      pactId: pact,
      item,
      name,
      quality,
      sentence,
      evidence: JSON.stringify(evidence),
      saidAt: at,
      personId: person,
      withdrawnAt: null,
      hiddenAt: null,
      hiddenReason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function lockRemark(
  db: Db,
  { pact, item, id }: { pact: number; item: string; id: number },
): Promise<KeptRemark | null> {
  const row = await db
    .selectFrom('remark')
    .select(['id', 'personId', 'withdrawnAt', 'hiddenAt'])
    .where('pactId', '=', pact)
    .where('item', '=', item)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { id, person: row.personId, withdrawn: row.withdrawnAt !== null, hidden: row.hiddenAt !== null };
}

export async function withdrawRemark(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('remark').set({ withdrawnAt: at }).where('id', '=', id).execute();
}

export async function hideRemark(
  db: Db,
  id: number,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await db.updateTable('remark').set({ hiddenAt: at, hiddenReason: reason }).where('id', '=', id).execute();
}

export async function remarksSince(db: Db, person: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('remark')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', person)
    .where('saidAt', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function saidBy(db: Db, person: string): Promise<Json> {
  const rows = await db
    .selectFrom('assessmentAuthor as author')
    .innerJoin('assessment', 'assessment.id', 'author.assessmentId')
    .select(['pactId as pacte', 'item as engagement', 'voice as voix', 'status as etat', 'sentence as constat'])
    .select(['assessedOn as constate_le', 'saidAt'])
    .where('author.personId', '=', person)
    .orderBy('assessment.id')
    .execute();
  return rows.map(({ saidAt, ...row }) => ({ ...row, publie: saidAt.toISOString() }));
}

export async function eraseNames(db: Db, person: string): Promise<void> {
  await db.updateTable('remark').set({ name: null, quality: '' }).where('personId', '=', person).execute();
}
