/** What comes after a text is signed by all: addenda, renunciations, reports about a name, and the pact that is shown. */
import { sql } from 'kysely';
import type { ContestOutcome } from '#domain/signature/signing.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from './connection.ts';

/** False: that side already did. */
export async function renounce(
  db: Db,
  text: number,
  { side, on, reason, at }: { side: Side; on: string; reason: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('renunciation')
    .values({ agreedTextId: text, side, renouncedOn: on, reason, saidAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function renunciationsOf(
  db: Db,
  text: number,
): Promise<readonly { readonly side: Side; readonly on: string; readonly reason: string }[]> {
  return await db
    .selectFrom('renunciation')
    .select(['side', 'renouncedOn as on', 'reason'])
    .where('agreedTextId', '=', text)
    .orderBy('id')
    .execute();
}

/** Signed by all, oldest first: those of this text, and those that complete them in turn. */
export async function addendaOf(
  db: Db,
  text: number,
): Promise<readonly { readonly code: string; readonly completedAt: Date }[]> {
  const { rows } = await sql<{ code: string; completedAt: Date }>`
    with recursive after(id, code, completed_at) as (
      select a.id, a.code, s.completed_at
      from agreed_text a join signing s on s.agreed_text_id = a.id
      where a.addendum_to = ${text} and s.completed_at is not null
      union
      select a.id, a.code, s.completed_at
      from after join agreed_text a on a.addendum_to = after.id join signing s on s.agreed_text_id = a.id
      where s.completed_at is not null)
    select code, completed_at from after order by completed_at, id`.execute(db);
  return rows;
}

/** Opened and not over: neither signed by all, nor declined, nor ended. */
export async function addendumUnderWay(
  db: Db,
  text: number,
): Promise<{ readonly negotiation: number; readonly code: string | null } | null> {
  const row = await db
    .selectFrom('negotiation')
    .leftJoin('agreedText', (join) =>
      join.onRef('agreedText.negotiationId', '=', 'negotiation.id').on('agreedText.reopenedAt', 'is', null),
    )
    .leftJoin('signing', 'signing.agreedTextId', 'agreedText.id')
    .select(['negotiation.id as negotiation', 'agreedText.code'])
    .where('negotiation.addendumTo', '=', text)
    .where('negotiation.state', 'in', ['prepared', 'asked', 'under-way', 'frozen'])
    .where('signing.completedAt', 'is', null)
    .orderBy('negotiation.id')
    .executeTakeFirst();
  return row ?? null;
}

export async function pactOfText(db: Db, text: number): Promise<number | null> {
  const row = await db.selectFrom('pact').select('id').where('agreedTextId', '=', text).executeTakeFirst();
  return row?.id ?? null;
}

export async function reportSignature(
  db: Db,
  signatory: number,
  { words, email, at }: { words: string; email: string; at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('signatureReport')
    .values({ signatoryId: signatory, words, email, reportedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Those that wait, oldest first. */
export async function reportsAbout(
  db: Db,
  text: number,
): Promise<readonly { readonly id: number; readonly signatory: number; readonly words: string; readonly at: Date }[]> {
  return await db
    .selectFrom('signatureReport as report')
    .innerJoin('signatory', 'signatory.id', 'report.signatoryId')
    .select(['report.id', 'report.signatoryId as signatory', 'report.words', 'report.reportedAt as at'])
    .where('signatory.agreedTextId', '=', text)
    .where('report.settledAt', 'is', null)
    .orderBy('report.id')
    .execute();
}

/** Erases the address of who reported, and returns it; '' when their account was erased meanwhile. */
export async function settleReport(
  db: Db,
  text: number,
  id: number,
  { at, outcome }: { at: Date; outcome: ContestOutcome },
): Promise<{ readonly signatory: number; readonly email: string } | null> {
  const row = await db
    .selectFrom('signatureReport as report')
    .innerJoin('signatory', 'signatory.id', 'report.signatoryId')
    .select(['report.signatoryId as signatory', 'report.email'])
    .where('report.id', '=', id)
    .where('signatory.agreedTextId', '=', text)
    .where('report.settledAt', 'is', null)
    .forUpdate('report')
    .executeTakeFirst();
  if (row === undefined || row.email === null) return null;
  await db.updateTable('signatureReport').set({ settledAt: at, outcome, email: null }).where('id', '=', id).execute();
  return { signatory: row.signatory, email: row.email };
}
