/** What an exported folder holds: the shape of its manifest and of its journal. Format: docs/proof.md. */
export const FOLDER_FORMAT = 'parole-tenue/folder/1';
export const MANIFEST = 'manifeste.json';
/** Signature of the manifest by the site: r and s of 32 bytes each, in base 64. */
export const MANIFEST_SIGNATURE = 'manifeste.sig';
export const EVENTS = 'journal/evenements.json';

export type Manifest = {
  readonly format: string;
  readonly place: { readonly kind: string; readonly code: string; readonly name: string };
  /** Address of the site. */
  readonly site: string;
  readonly exportedAt: string;
  /** The last event of the whole journal when the folder was written: to be compared with what the site says. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** SHA-256 of the certificate whose key signed the manifest. */
  readonly certificate: string;
  readonly texts: readonly ManifestText[];
  readonly published: readonly ManifestPublished[];
  /** Every file but the manifest and its signature. */
  readonly files: readonly ManifestFile[];
};

export type ManifestFile = { readonly path: string; readonly sha256: string; readonly bytes: number };

export type ManifestText = {
  readonly code: string;
  /** Of `canonical`. */
  readonly sha256: string;
  readonly canonical: string;
  /** The sealed PDF, or the one before the seal. */
  readonly pdf: string;
  readonly sealed: boolean;
  readonly evidence: readonly ManifestEvidence[];
};

/** `path` null: left out when the folder was written. */
export type ManifestEvidence = { readonly sha256: string; readonly path: string | null };

export type ManifestPublished = {
  readonly what: 'pact' | 'plan';
  readonly id: number;
  /** Everything that is published of it, as hashed in the journal. */
  readonly says: string;
  /** The reader's whole reading; null: signed here, nothing was read. */
  readonly reading: string | null;
  readonly original: string;
  readonly withdrawn: boolean;
};

export type FolderEvent = {
  readonly sequence: number;
  readonly happenedAt: string;
  readonly act: string;
  readonly actor: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Null, both: the words were erased. */
  readonly salt: string | null;
  readonly says: string | null;
  readonly erasedAt: string | null;
};
