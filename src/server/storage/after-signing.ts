/** What comes after a text is signed by all: addenda, renunciations, reports about a name, and the pact that is shown. */
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

/** Signed by all, oldest first. */
export async function addendaOf(
  db: Db,
  text: number,
): Promise<readonly { readonly code: string; readonly completedAt: Date }[]> {
  const rows = await db
    .selectFrom('agreedText')
    .innerJoin('signing', 'signing.agreedTextId', 'agreedText.id')
    .select(['agreedText.code', 'signing.completedAt'])
    .where('agreedText.addendumTo', '=', text)
    .where('signing.completedAt', 'is not', null)
    .orderBy('signing.completedAt')
    .execute();
  return rows.flatMap(({ code, completedAt }) => (completedAt === null ? [] : [{ code, completedAt }]));
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
