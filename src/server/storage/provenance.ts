/** Where a published pact or plan comes from: its file, when it was read, who checked it. */
import type { SignedHere } from './signed-here.ts';

export type ProvenanceColumns = {
  documentId: number;
  readAt: Date;
  readerVersion: string;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  publishedAt: Date;
};

/** `readerVersion` null: nothing was read, the words were agreed and signed on this site. */
export type Provenance = Readonly<Omit<ProvenanceColumns, 'documentId' | 'readerVersion'>> & {
  readonly readerVersion: string | null;
  /** Null: read from a document. */
  readonly signedHere: SignedHere | null;
};

export const PROVENANCE_COLUMNS = ['readAt', 'readerVersion', 'reviewedAt', 'reviewedBy', 'publishedAt'] as const;

/** `signedHere` is asked of pacts alone. */
export function toProvenance(
  row: Omit<Provenance, 'signedHere'> & Partial<Pick<Provenance, 'signedHere'>>,
): Provenance {
  const { readAt, readerVersion, reviewedAt, reviewedBy, publishedAt } = row;
  return { readAt, readerVersion, reviewedAt, reviewedBy, publishedAt, signedHere: row.signedHere ?? null };
}

/** A whole reading, kept as proof. Storage never looks inside: its shape is the reader's (src/reading/contract.ts). */
export type KeptReading = { readonly kind: 'pact' | 'plan' | 'charter' };

/** `Version` null: signed on this site, nothing was read. */
export type NewProvenance<Version extends string | null = string> = {
  readonly document: number;
  readonly readAt: Date;
  readonly readerVersion: Version;
  /** Null: nobody checked the reading. */
  readonly reviewed: { readonly at: Date; readonly by: string } | null;
  readonly publishedAt: Date;
};

/** All but the day it was published, which a correction leaves. */
export function provenanceColumns<Version extends string | null>({
  document,
  readAt,
  readerVersion,
  reviewed,
}: NewProvenance<Version>) {
  return {
    documentId: document,
    readAt,
    readerVersion,
    reviewedAt: reviewed?.at ?? null,
    reviewedBy: reviewed?.by ?? null,
  };
}
