/** Editions that are offered to nobody any more, those of data/charters too. */
import { sql } from 'kysely';
import type { EditionWithdrawal } from '#domain/workbench/withdrawal.ts';
import type { Db } from './connection.ts';
import { tellOfEdition } from './editions-made.ts';

/** Like `editionWithdrawal`. While it is offered there is no row to hold: its name is held. */
export async function lockEditionWithdrawal(db: Db, edition: string): Promise<EditionWithdrawal | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`edition-withdrawal ${edition}`}, 0))`.execute(db);
  return await editionWithdrawal(db, edition);
}

/** Null: it is offered. */
export async function editionWithdrawal(db: Db, edition: string): Promise<EditionWithdrawal | null> {
  const row = await db
    .selectFrom('editionWithdrawal')
    .select(['withdrawnBy as by', 'withdrawnAt as at', 'reason'])
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row ?? null;
}

/** All of them, by the id of the edition. */
export async function editionWithdrawals(db: Db): Promise<ReadonlyMap<string, EditionWithdrawal>> {
  const rows = await db.selectFrom('editionWithdrawal').selectAll().execute();
  return new Map(
    rows.map(({ edition, withdrawnBy, withdrawnAt, reason }) => [
      edition,
      { by: withdrawnBy, at: withdrawnAt, reason },
    ]),
  );
}

/** Null: it is offered again. Every running process hears of it. */
export async function withdrawEdition(db: Db, edition: string, withdrawal: EditionWithdrawal | null): Promise<void> {
  if (withdrawal === null) await db.deleteFrom('editionWithdrawal').where('edition', '=', edition).execute();
  else {
    const { by: withdrawnBy, at: withdrawnAt, reason } = withdrawal;
    const said = { withdrawnBy, withdrawnAt, reason };
    await db
      .insertInto('editionWithdrawal')
      .values({ edition, ...said })
      .onConflict((conflict) => conflict.column('edition').doUpdateSet(said))
      .execute();
  }
  await tellOfEdition(db, edition);
}
