/** Papers that were signed, page by page. The files are documents like any other (./documents.ts), shown to nobody by themselves. */
import { sql } from 'kysely';
import type { Paper, PaperActor } from '#domain/signature/paper.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from './connection.ts';

export async function bringPaper(
  db: Db,
  paper: {
    readonly text: number;
    readonly kind: Paper['kind'];
    readonly signedOn: string;
    readonly number: string | null;
    readonly by: PaperActor;
    readonly signatories: readonly number[];
    readonly at: Date;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('signaturePaper')
    .values({
      agreedTextId: paper.text,
      kind: paper.kind,
      signedOn: paper.signedOn,
      number: paper.number,
      broughtSide: paper.by.side,
      broughtByPerson: paper.by.person,
      broughtBySignatory: paper.by.signatory,
      broughtAt: paper.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const signatories = paper.signatories.map((signatoryId) => ({ paperId: id, signatoryId }));
  if (signatories.length > 0) await db.insertInto('signaturePaperSignatory').values(signatories).execute();
  return id;
}

/** Oldest first, those dropped too. Four queries. */
export async function papersOf(db: Db, text: number): Promise<readonly Paper[]> {
  const papers = await db
    .selectFrom('signaturePaper')
    .selectAll()
    .where('agreedTextId', '=', text)
    .orderBy('id')
    .execute();
  if (papers.length === 0) return [];
  const ids = papers.map(({ id }) => id);
  const [pages, signatories, witnesses] = await Promise.all([
    db
      .selectFrom('signaturePaperPage as page')
      .innerJoin('document', 'document.id', 'page.documentId')
      .select(['page.paperId', 'page.ordinal', 'page.documentId as document', 'page.width', 'page.height'])
      .select(['document.filename', 'document.mediaType', 'document.sha256', 'document.byteCount'])
      .where('page.paperId', 'in', ids)
      .orderBy('page.ordinal')
      .execute(),
    db.selectFrom('signaturePaperSignatory').selectAll().where('paperId', 'in', ids).orderBy('signatoryId').execute(),
    db.selectFrom('signaturePaperWitness').selectAll().where('paperId', 'in', ids).orderBy('lookedAt').execute(),
  ]);
  return papers.map((row) => ({
    id: row.id,
    kind: row.kind,
    signedOn: row.signedOn,
    number: row.number,
    broughtBy: { side: row.broughtSide, person: row.broughtByPerson, signatory: row.broughtBySignatory },
    broughtAt: row.broughtAt,
    confirmedAt: row.confirmedAt,
    dropped: row.droppedAt === null ? null : { at: row.droppedAt, reason: row.dropReason ?? '' },
    pages: pages
      .filter(({ paperId }) => paperId === row.id)
      .map(({ paperId: _, width, height, ...page }) => ({
        ...page,
        shown: width === null || height === null ? null : { width, height },
      })),
    signatories: signatories.filter(({ paperId }) => paperId === row.id).map(({ signatoryId }) => signatoryId),
    witnesses: witnesses
      .filter(({ paperId }) => paperId === row.id)
      .map(({ who, side, lookedAt }) => ({ who, side, at: lookedAt })),
  }));
}

/** Null: this very file is already on this paper. Call while the signing is locked. */
export async function addPaperPage(
  db: Db,
  paper: number,
  page: {
    readonly document: number;
    readonly shown: { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null;
    readonly at: Date;
  },
): Promise<number | null> {
  const row = await db
    .insertInto('signaturePaperPage')
    .values({
      paperId: paper,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from signature_paper_page where paper_id = ${paper})`,
      documentId: page.document,
      shown: page.shown === null ? null : Buffer.from(page.shown.bytes),
      width: page.shown?.width ?? null,
      height: page.shown?.height ?? null,
      addedAt: page.at,
    })
    .onConflict((conflict) => conflict.columns(['paperId', 'documentId']).doNothing())
    .returning('ordinal')
    .executeTakeFirst();
  return row?.ordinal ?? null;
}

export async function shownPage(db: Db, paper: number, ordinal: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('signaturePaperPage')
    .select('shown')
    .where('paperId', '=', paper)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row?.shown ?? null;
}

/** False: that person already looked. */
export async function addWitness(db: Db, paper: number, witness: PaperActor & { readonly at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('signaturePaperWitness')
    .values({
      paperId: paper,
      personId: witness.person,
      signatoryId: witness.signatory,
      side: witness.side,
      who: witness.who,
      lookedAt: witness.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function confirmPaper(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('signaturePaper').set({ confirmedAt: at }).where('id', '=', id).execute();
}

export async function dropPaper(db: Db, id: number, { at, reason }: { at: Date; reason: string }): Promise<void> {
  await db.updateTable('signaturePaper').set({ droppedAt: at, dropReason: reason }).where('id', '=', id).execute();
}

export async function showScans(db: Db, text: number, { side, at }: { side: Side; at: Date }): Promise<void> {
  await db
    .insertInto('signatureScansShown')
    .values({ agreedTextId: text, side, chosenAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function hideScans(db: Db, text: number, side: Side): Promise<void> {
  await db.deleteFrom('signatureScansShown').where('agreedTextId', '=', text).where('side', '=', side).execute();
}

export async function scansShownBy(db: Db, text: number): Promise<readonly Side[]> {
  const rows = await db.selectFrom('signatureScansShown').select('side').where('agreedTextId', '=', text).execute();
  return rows.map(({ side }) => side);
}
