/** Doubts of the reader about a charter that became a draft of an edition. */
import type { Generated, Selectable } from 'kysely';
import type { DoubtKind, ReadingDoubt } from '#domain/workbench/reading-doubt.ts';
import type { Db } from './connection.ts';

export type ReadingDoubtTables = {
  readingDoubt: {
    id: Generated<number>;
    draftId: number;
    ordinal: number;
    measureId: number | null;
    kind: DoubtKind;
    said: string;
    quote: string;
    settledAt: Date | null;
    settledWords: Generated<string>;
  };
};

export type NewDoubt = Omit<ReadingDoubt, 'id' | 'settled'>;

/** In their order; those that are there already stay as they are. */
export async function addDoubts(db: Db, draft: number, doubts: readonly NewDoubt[]): Promise<void> {
  if (doubts.length === 0) return;
  const rows = doubts.map(({ measure, ...doubt }, at) => ({
    ...doubt,
    draftId: draft,
    ordinal: at + 1,
    measureId: measure,
    settledAt: null,
  }));
  await db
    .insertInto('readingDoubt')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['draftId', 'ordinal']).doNothing())
    .execute();
}

/** Those of a draft, in the order of its document. */
export async function doubtsOfDraft(db: Db, draft: number): Promise<readonly ReadingDoubt[]> {
  const rows = await db
    .selectFrom('readingDoubt')
    .selectAll()
    .where('draftId', '=', draft)
    .orderBy('ordinal')
    .execute();
  return rows.map(toDoubt);
}

export async function openDoubts(db: Db, draft: number): Promise<number> {
  const { count } = await db
    .selectFrom('readingDoubt')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('draftId', '=', draft)
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** False: there is no such doubt in that draft, or it is settled. */
export async function settleDoubt(
  db: Db,
  draft: number,
  { doubt, words, at }: { readonly doubt: number; readonly words: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('readingDoubt')
    .set({ settledAt: at, settledWords: words })
    .where('draftId', '=', draft)
    .where('id', '=', doubt)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function toDoubt(row: Selectable<ReadingDoubtTables['readingDoubt']>): ReadingDoubt {
  const { id, measureId, kind, said, quote, settledAt, settledWords } = row;
  const settled = settledAt === null ? null : { at: settledAt, words: settledWords };
  return { id, measure: measureId, kind, said, quote, settled };
}
