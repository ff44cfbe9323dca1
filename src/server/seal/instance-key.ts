/**
 * The key with which this site seals: made at the first start, kept in DATA_DIR/keys, readable by its owner alone.
 * Its certificate is public, and stays so after a rotation, for what it sealed.
 */
import type { Runtime } from '#server/runtime.ts';

export type InstanceKey = {
  /** DER of the self-signed X.509 certificate. */
  readonly certificate: Uint8Array;
  /** SHA-256 of the certificate, in hexadecimal: its name everywhere. */
  readonly fingerprint: string;
  /** ECDSA on P-256 with SHA-256; the signature in DER. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
};

/** The key in use; made when there is none. */
export async function instanceKey(runtime: Runtime): Promise<InstanceKey> {
  return await Promise.reject(new Error(`not yet: ${runtime.config.dataDirectory}`));
}
