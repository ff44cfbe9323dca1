/** Files of lists and results between their preview and the moment somebody writes them: kept a day at most, then emptied. */
import type { Round } from '#domain/campaign/election.ts';
import type { Db } from './connection.ts';

export type ListFile = {
  readonly id: number;
  readonly election: string;
  readonly kind: 'lists' | 'results';
  readonly round: Round;
  readonly filename: string;
  readonly bytes: Buffer;
  /** Corrected by a person; null: as recognised. */
  readonly columns: Readonly<Record<string, number | null>> | null;
};

const DAY = 24 * 60 * 60_000;

export async function keepListFile(
  db: Db,
  file: Omit<ListFile, 'id' | 'columns'>,
  kept: { readonly by: string; readonly at: Date },
): Promise<number> {
  await forgetListFiles(db, kept.at);
  const { id } = await db
    .insertInto('listFile')
    .values({
      electionId: file.election,
      kind: file.kind,
      round: file.round,
      filename: file.filename,
      bytes: file.bytes,
      columns: JSON.stringify({}),
      keptBy: kept.by,
      keptAt: kept.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Found through its election and by who brought it; null when it is older than a day. */
export async function findListFile(
  db: Db,
  {
    id,
    election,
    by,
    now,
  }: { readonly id: number; readonly election: string; readonly by: string; readonly now: Date },
): Promise<ListFile | null> {
  const row = await db
    .selectFrom('listFile')
    .selectAll()
    .where('id', '=', id)
    .where('electionId', '=', election)
    .where('keptBy', '=', by)
    .where('keptAt', '>', new Date(now.getTime() - DAY))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, round, filename, bytes, columns } = row;
  return { id, election, kind, round, filename, bytes, columns: Object.keys(columns).length === 0 ? null : columns };
}

export async function setListFileColumns(
  db: Db,
  id: number,
  columns: Readonly<Record<string, number | null>>,
): Promise<void> {
  await db
    .updateTable('listFile')
    .set({ columns: JSON.stringify(columns) })
    .where('id', '=', id)
    .execute();
}

export async function dropListFile(db: Db, id: number): Promise<void> {
  await db.deleteFrom('listFile').where('id', '=', id).execute();
}

/** Those older than a day. */
export async function forgetListFiles(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('listFile')
    .where('keptAt', '<=', new Date(now.getTime() - DAY))
    .execute();
}
