/**
 * Original files, as they came. The same bytes are kept once, under their hash; each coming is told.
 * A file never changes; it goes away only with the last draft that used it.
 */
import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import type { Db } from './connection.ts';

export type DocumentTables = {
  document: {
    id: Generated<number>;
    sha256: string;
    bytes: Buffer;
    byteCount: number;
    filename: string;
    mediaType: string;
    keptAt: Date;
  };
  documentReceipt: {
    id: Generated<number>;
    documentId: number;
    filename: string;
    url: string | null;
    description: string | null;
    publishedOn: string | null;
    receivedAt: Date;
  };
};

export type NewDocument = {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly mediaType: string;
  readonly source: DocumentSource;
  readonly receivedAt: Date;
};

/** Where a file was found; `publishedOn` is a day, YYYY-MM-DD. */
export type DocumentSource = {
  readonly url: string | null;
  readonly description: string | null;
  readonly publishedOn: string | null;
};

export type KeptDocument = { readonly id: number; readonly sha256: string };

/** The file and how it first came. */
export type DocumentRef = {
  readonly sha256: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly source: DocumentSource & { readonly receivedAt: Date };
};

/** Call inside a transaction. */
export async function keepDocument(db: Db, document: NewDocument): Promise<KeptDocument> {
  const bytes = Buffer.from(document.bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db
    .insertInto('document')
    .values({
      sha256,
      bytes,
      byteCount: bytes.length,
      filename: document.filename,
      mediaType: document.mediaType,
      keptAt: document.receivedAt,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  // The lock keeps a cleanup at the same moment from taking away the file that this draft is about to use.
  const { id } = await db
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', sha256)
    .forKeyShare()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('documentReceipt')
    .values({
      documentId: id,
      filename: document.filename,
      ...document.source,
      receivedAt: document.receivedAt,
    })
    .execute();
  return { id, sha256 };
}

/** Deletes the file when no pact, plan or draft uses it; says whether it did. */
export async function forgetUnusedDocument(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('document')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('draft').select('draft.id').whereRef('draft.documentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('pact').select('pact.id').whereRef('pact.documentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan').select('plan.id').whereRef('plan.documentId', '=', 'document.id'))),
    )
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How the documents came, by id; the first receipt of each. */
export async function documentRefs(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, DocumentRef>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .innerJoin('documentReceipt as receipt', 'receipt.documentId', 'document.id')
    .distinctOn('document.id')
    .select([
      'document.id',
      'document.sha256',
      'document.filename',
      'document.mediaType',
      'document.byteCount',
      'receipt.url',
      'receipt.description',
      'receipt.publishedOn',
      'receipt.receivedAt',
    ])
    .where('document.id', 'in', [...ids])
    .orderBy('document.id')
    .orderBy('receipt.id')
    .execute();
  return new Map(
    rows.map(({ id, url, description, publishedOn, receivedAt, ...file }) => [
      id,
      { ...file, source: { url, description, publishedOn, receivedAt } },
    ]),
  );
}

/** The original file of a published pact or plan; null when there is no such pact or plan. */
export async function documentOf(
  db: Db,
  parent: { readonly pact: number } | { readonly plan: number },
): Promise<(DocumentRef & { readonly bytes: Buffer }) | null> {
  const found =
    'pact' in parent
      ? await db.selectFrom('pact').select('documentId').where('id', '=', parent.pact).executeTakeFirst()
      : await db.selectFrom('plan').select('documentId').where('id', '=', parent.plan).executeTakeFirst();
  if (found === undefined) return null;
  const refs = await documentRefs(db, [found.documentId]);
  const ref = refs.get(found.documentId);
  const file = await db.selectFrom('document').select('bytes').where('id', '=', found.documentId).executeTakeFirst();
  if (ref === undefined || file === undefined) return null;
  return { ...ref, bytes: file.bytes };
}
