/** Public copies that this site was made again from: its own, and before it those that the site of that copy came from. */
import type { Generated } from 'kysely';
import type { Db } from './connection.ts';

export type LoadedCopyTables = {
  loadedCopy: { id: Generated<number>; day: string; site: string; sha256: string; loadedAt: Date };
};

/** `sha256`: of the list of its fingerprints. */
export type LoadedCopy = { readonly day: string; readonly site: string; readonly sha256: string };

/** Latest first, `day` as YYYY-MM-DD; none: what is here was done here. */
export async function loadedCopies(db: Db): Promise<readonly (LoadedCopy & { readonly loadedAt: Date })[]> {
  return await db
    .selectFrom('loadedCopy')
    .select(['day', 'site', 'sha256', 'loadedAt'])
    .orderBy('id', 'desc')
    .execute();
}

export async function keepLoadedCopy(db: Db, copy: LoadedCopy, loadedAt: Date): Promise<void> {
  await db
    .insertInto('loadedCopy')
    .values({ ...copy, loadedAt })
    .execute();
}
