/** Files that a town hall keeps with an action. */
import type { Db } from './connection.ts';

export type AddedDocument = {
  readonly action: number;
  readonly document: number;
  readonly title: string;
  readonly visibility: 'public' | 'private';
  readonly by: string;
  readonly at: Date;
};

/** The same file twice is one: its title and who may see it are those said last. */
export async function addWorkingDocument(db: Db, added: AddedDocument): Promise<number> {
  const { action, document, title, visibility, by, at } = added;
  const { id } = await db
    .insertInto('workingDocument')
    .values({ actionId: action, documentId: document, title, visibility, addedAt: at, addedBy: by })
    .onConflict((conflict) => conflict.columns(['actionId', 'documentId']).doUpdateSet({ title, visibility }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Wanted = { readonly action: number; readonly id: number };

export async function changeWorkingDocument(
  db: Db,
  { action, id }: Wanted,
  words: { readonly title: string; readonly visibility: 'public' | 'private' },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('workingDocument')
    .set(words)
    .where('actionId', '=', action)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeWorkingDocument(db: Db, { action, id }: Wanted): Promise<number | null> {
  const row = await db
    .deleteFrom('workingDocument')
    .where('actionId', '=', action)
    .where('id', '=', id)
    .returning('documentId')
    .executeTakeFirst();
  return row?.documentId ?? null;
}

/** A kept file of an action, found through its plan and its action. */
export async function workingFile(
  db: Db,
  { plan, action, id }: Wanted & { readonly plan: number },
): Promise<{ readonly document: number } | null> {
  const row = await db
    .selectFrom('workingDocument as w')
    .innerJoin('workingAction as a', 'a.id', 'w.actionId')
    .select('w.documentId as document')
    .where('a.planId', '=', plan)
    .where('w.actionId', '=', action)
    .where('w.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
