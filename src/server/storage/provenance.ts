/** Where a published pact or plan comes from: its file, when it was read, who checked it. */
export type ProvenanceColumns = {
  documentId: number;
  readAt: Date;
  readerVersion: string;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  publishedAt: Date;
};

export type Provenance = Readonly<Omit<ProvenanceColumns, 'documentId'>>;

export const PROVENANCE_COLUMNS = ['readAt', 'readerVersion', 'reviewedAt', 'reviewedBy', 'publishedAt'] as const;

export function toProvenance(row: Provenance): Provenance {
  const { readAt, readerVersion, reviewedAt, reviewedBy, publishedAt } = row;
  return { readAt, readerVersion, reviewedAt, reviewedBy, publishedAt };
}

/** A whole reading, kept as proof. Storage never looks inside: its shape is the reader's (src/reading/contract.ts). */
export type KeptReading = { readonly kind: 'pact' | 'plan' | 'charter' };

export type NewProvenance = {
  readonly document: number;
  readonly readAt: Date;
  readonly readerVersion: string;
  /** Null: nobody checked the reading. */
  readonly reviewed: { readonly at: Date; readonly by: string } | null;
  readonly publishedAt: Date;
};

/** All but the day it was published, which a correction leaves. */
export function provenanceColumns({ document, readAt, readerVersion, reviewed }: NewProvenance) {
  return {
    documentId: document,
    readAt,
    readerVersion,
    reviewedAt: reviewed?.at ?? null,
    reviewedBy: reviewed?.by ?? null,
  };
}
