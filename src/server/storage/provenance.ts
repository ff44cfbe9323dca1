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
