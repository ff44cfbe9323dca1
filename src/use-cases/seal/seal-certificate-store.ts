/** Certificates of the keys with which this site seals: public, and kept for ever. */
export type SealCertificateStore = {
  /** The one before is retired. `before`: its fingerprint; null: there was none. */
  putInUse(given: {
    readonly certificate: Uint8Array;
    readonly at: Date;
  }): Promise<{ readonly fingerprint: string; readonly before: string | null }>;
};
