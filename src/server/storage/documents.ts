/**
 * Original files, as they came. The same bytes are kept once, under their hash; each coming is told.
 * A file never changes; it goes away only with the last draft that used it.
 */
import { createHash } from 'node:crypto';
import { sql, type ExpressionBuilder, type Generated, type NotNull } from 'kysely';
import type { Db, Schema } from './connection.ts';

export type DocumentTables = {
  document: {
    id: Generated<number>;
    sha256: string;
    /** Null: another site keeps the file; what is known of it came with a public copy. */
    bytes: Buffer | null;
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
    // The same bytes are here already, or come at last: what is known of them came with a public copy.
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ bytes }).where('document.bytes', 'is', null))
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

/** The file itself; null when it is gone, or kept elsewhere. */
export async function fetchDocument(
  db: Db,
  id: number,
): Promise<{ readonly bytes: Buffer; readonly filename: string; readonly mediaType: string } | null> {
  const file = await db
    .selectFrom('document')
    .select(['bytes', 'filename', 'mediaType'])
    .where('id', '=', id)
    .where('bytes', 'is not', null)
    .$narrowType<{ bytes: NotNull }>()
    .executeTakeFirst();
  return file ?? null;
}

/** Deletes the file when no pact, plan, draft, bulk entry, signature or evidence uses it, nor ever did in public; says whether it did. */
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
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('earlierReading as e').select('e.id').whereRef('e.documentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('signaturePaperPage as p').select('p.paperId').whereRef('p.documentId', '=', 'document.id')),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('actionNews as n').select('n.id').whereRef('n.documentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('signing as s').select('s.sealedAt').whereRef('s.sealedDocumentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('workingDocument as w').select('w.id').whereRef('w.documentId', '=', 'document.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('bulkEntryItem as b').select('b.id').whereRef('b.documentId', '=', 'document.id'))),
    )
    // The deliberation of a version of a plan, and what the actions of a version showed: it stays readable.
    .where(
      sql<boolean>`not exists (select from plan_version v
        where v.deliberation_document_id = document.id or strpos(v.content::text, document.sha256) > 0)`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidenceDocument as e').select('e.usedBy').whereRef('e.documentId', '=', 'document.id'))),
    )
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** As it comes inside JSON: an instant is text there. */
export type JsonDocument = Omit<DocumentRef, 'source'> & {
  readonly source: DocumentSource & { readonly receivedAt: string };
};

export function toDocumentRef({ source, ...file }: JsonDocument): DocumentRef {
  return { ...file, source: { ...source, receivedAt: new Date(source.receivedAt) } };
}

/** The file of a pact or plan as one column of a larger query: its `document`. */
export function jsonDocument<Table extends 'pact' | 'plan'>(table: Table) {
  return (_: ExpressionBuilder<Schema, Table>) =>
    sql<JsonDocument>`(
      select jsonb_build_object('sha256', d.sha256, 'filename', d.filename, 'mediaType', d.media_type, 'byteCount', d.byte_count,
               'source', (select jsonb_build_object('url', r.url, 'description', r.description, 'publishedOn', r.published_on,
                   'receivedAt', r.received_at) from document_receipt r where r.document_id = d.id order by r.id limit 1))
      from document d where d.id = ${sql.ref(`${table}.documentId`)}
    )`.as('document');
}

/** The original file of a published pact or plan; null when there is no such pact or plan, or its file is kept elsewhere. */
export async function documentOf(
  db: Db,
  parent: { readonly pact: number } | { readonly plan: number },
): Promise<(DocumentRef & { readonly bytes: Buffer }) | null> {
  const found =
    'pact' in parent
      ? await db
          .selectFrom('pact')
          .select(['documentId', jsonDocument('pact')])
          .where('id', '=', parent.pact)
          .executeTakeFirst()
      : await db
          .selectFrom('plan')
          .select(['documentId', jsonDocument('plan')])
          .where('id', '=', parent.plan)
          .executeTakeFirst();
  if (found === undefined) return null;
  const { bytes } = await db
    .selectFrom('document')
    .select('bytes')
    .where('id', '=', found.documentId)
    .executeTakeFirstOrThrow();
  return bytes === null ? null : { ...toDocumentRef(found.document), bytes };
}
