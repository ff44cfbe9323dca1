/**
 * Drafts: readings under review. Private, found by their token (kept as a hash only), forgotten after 30 days.
 * What a person decided stands beside the reading and never overwrites it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Generated } from 'kysely';
import type { Decision } from '#domain/pact/decision.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import type { KeptReading } from './provenance.ts';

export type DraftTables = {
  draft: {
    id: Generated<number>;
    tokenHash: string;
    documentId: number;
    kind: KeptReading['kind'];
    reading: JsonColumn<KeptReading>;
    readerVersion: string;
    readAt: Date;
    choices: JsonColumn<DraftChoices>;
    choicesVersion: Generated<number>;
    openedBy: string;
    openedAt: Date;
    expiresAt: Date;
    queued: Generated<boolean>;
    publishedPactId: number | null;
    publishedPlanId: number | null;
    publishedAt: Date | null;
  };
  draftDecision: {
    draftId: number;
    proposal: string;
    version: number;
    decision: JsonColumn<Decision>;
    decidedBy: string;
    decidedAt: Date;
  };
};

/** What a person says of the document as a whole; null: not said yet. */
export type DraftChoices = {
  readonly edition: string | null;
  readonly place: PlaceCode | null;
  /** Day of signature, YYYY-MM-DD. */
  readonly signedOn: string | null;
  /** Year of the election that opened the term. */
  readonly termFrom: number | null;
};

export type NewDraft = {
  readonly document: number;
  readonly reading: KeptReading;
  readonly readerVersion: string;
  readonly choices: DraftChoices;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  /** A bulk entry waits for it; absent: none does. */
  readonly queued?: boolean;
};

/** By its link, or by its number for those who need no link. */
export type DraftKey = { readonly token: string } | { readonly id: number };

export type StoredDraft = Omit<NewDraft, 'openedAt' | 'queued'> & {
  readonly queued: boolean;
  readonly id: number;
  readonly openedAt: Date;
  readonly choicesVersion: number;
  readonly filename: string;
  readonly sha256: string;
  readonly published: { readonly kind: 'pact' | 'plan'; readonly id: number; readonly at: Date } | null;
};

export type StoredDecision = {
  readonly proposal: string;
  readonly version: number;
  readonly decision: Decision;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

/** The token is told once, here: 256 bits, fit for an address. */
export async function openDraft(db: Db, draft: NewDraft): Promise<{ readonly id: number; readonly token: string }> {
  const token = randomBytes(32).toString('base64url');
  const { id } = await db
    .insertInto('draft')
    .values({
      tokenHash: hashOf(token),
      documentId: draft.document,
      kind: draft.reading.kind,
      reading: JSON.stringify(draft.reading),
      readerVersion: draft.readerVersion,
      readAt: draft.openedAt,
      choices: JSON.stringify(draft.choices),
      openedBy: draft.openedBy,
      openedAt: draft.openedAt,
      expiresAt: draft.expiresAt,
      queued: draft.queued ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, token };
}

/** Another token, told once; the one before opens nothing any more. */
export async function readdressDraft(db: Db, draft: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .updateTable('draft')
    .set({ tokenHash: hashOf(token) })
    .where('id', '=', draft)
    .execute();
  return token;
}

/** `lock`: nobody else publishes, chooses for or forgets this draft before the end of the transaction. */
export async function findDraft(db: Db, key: DraftKey, { lock }: { lock: boolean }): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('draft')
    .innerJoin('document', 'document.id', 'draft.documentId')
    .selectAll('draft')
    .select(['document.filename', 'document.sha256'])
    .$if('token' in key, (query) => query.where('tokenHash', '=', hashOf('token' in key ? key.token : '')))
    .$if('id' in key, (query) => query.where('draft.id', '=', 'id' in key ? key.id : 0))
    .$if(lock, (query) => query.forUpdate('draft'))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    document: row.documentId,
    reading: row.reading,
    readerVersion: row.readerVersion,
    choices: row.choices,
    choicesVersion: row.choicesVersion,
    openedBy: row.openedBy,
    openedAt: row.openedAt,
    expiresAt: row.expiresAt,
    queued: row.queued,
    filename: row.filename,
    sha256: row.sha256,
    published: publishedAs(row),
  };
}

/** The decision in force of each proposal. */
export async function currentDecisions(db: Db, draft: number): Promise<readonly StoredDecision[]> {
  return await db
    .selectFrom('draftDecision')
    .distinctOn('proposal')
    .select(['proposal', 'version', 'decision', 'decidedBy', 'decidedAt'])
    .where('draftId', '=', draft)
    .orderBy('proposal')
    .orderBy('version', 'desc')
    .execute();
}

/** Adds `decision` as `version`; false when another person wrote that version first. Nothing is overwritten. */
export async function addDecision(db: Db, draft: number, decision: StoredDecision): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('draftDecision')
    .values({ draftId: draft, ...decision, decision: JSON.stringify(decision.decision) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when the choices are no longer at `version`. */
export async function setChoices(
  db: Db,
  draft: number,
  { version, choices }: { version: number; choices: DraftChoices },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({ choices: JSON.stringify(choices), choicesVersion: version + 1 })
    .where('id', '=', draft)
    .where('choicesVersion', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markPublished(
  db: Db,
  draft: number,
  published: { kind: 'pact' | 'plan'; id: number; at: Date },
): Promise<void> {
  await db
    .updateTable('draft')
    .set({
      publishedPactId: published.kind === 'pact' ? published.id : null,
      publishedPlanId: published.kind === 'plan' ? published.id : null,
      publishedAt: published.at,
    })
    .where('id', '=', draft)
    .execute();
}

export async function deleteDraft(db: Db, draft: number): Promise<void> {
  await db.deleteFrom('draft').where('id', '=', draft).execute();
}

/** Numbers of the drafts whose time is over, oldest first. */
export async function expiredDrafts(db: Db, { now, limit }: { now: Date; limit: number }): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('draft')
    .select('id')
    .where('expiresAt', '<=', now)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export type DraftSummary = {
  readonly id: number;
  readonly kind: KeptReading['kind'];
  readonly filename: string;
  readonly choices: DraftChoices;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly decisions: number;
  readonly published: StoredDraft['published'];
};

/** Newest first. */
export async function listDrafts(db: Db, { limit }: { limit: number }): Promise<readonly DraftSummary[]> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('document', 'document.id', 'draft.documentId')
    .select([
      'draft.id',
      'draft.kind',
      'draft.choices',
      'draft.openedAt',
      'draft.expiresAt',
      'draft.publishedPactId',
      'draft.publishedPlanId',
      'draft.publishedAt',
      'document.filename',
    ])
    .select((draft) =>
      draft
        .selectFrom('draftDecision')
        .select(({ fn }) => fn.count<number>('proposal').distinct().as('decided'))
        .whereRef('draftDecision.draftId', '=', 'draft.id')
        .as('decisions'),
    )
    .orderBy('draft.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ publishedPactId, publishedPlanId, publishedAt, decisions, ...row }) => ({
    ...row,
    decisions: decisions ?? 0,
    published: publishedAs({ publishedPactId, publishedPlanId, publishedAt }),
  }));
}

type PublishedColumns = {
  publishedPactId: number | null;
  publishedPlanId: number | null;
  publishedAt: Date | null;
};

function publishedAs(row: PublishedColumns): StoredDraft['published'] {
  if (row.publishedAt === null) return null;
  if (row.publishedPactId !== null) return { kind: 'pact', id: row.publishedPactId, at: row.publishedAt };
  if (row.publishedPlanId !== null) return { kind: 'plan', id: row.publishedPlanId, at: row.publishedAt };
  return null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
