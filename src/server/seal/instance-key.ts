/**
 * The key with which this site seals: made at the first start, kept in DATA_DIR/keys, readable by its owner alone.
 * Its certificate is public, and stays so after a rotation, for what it sealed.
 */
import { createCMSECDSASignature } from 'pkijs';
import { publicAddress } from '#server/config.ts';
import type { Runtime } from '#server/runtime.ts';
import { putInUse } from '#server/storage/seal-certificates.ts';
import { keysFolder, readOrMakeKey, replaceKey } from './key-file.ts';
import { certificateFingerprint, type FreshKey } from './x509.ts';

export type InstanceKey = {
  /** DER of the self-signed X.509 certificate. */
  readonly certificate: Uint8Array;
  /** SHA-256 of the certificate, in hexadecimal: its name everywhere. */
  readonly fingerprint: string;
  /** ECDSA on P-256 with SHA-256; the signature in DER. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
  /** The same, as r and s of 32 bytes each: what browsers check. */
  readonly signPlain: (data: Uint8Array) => Promise<Uint8Array>;
};

/** The key in use; made when there is none. Its certificate is published by the same call. */
export async function instanceKey({ config, db }: Runtime, now = new Date()): Promise<InstanceKey> {
  const key = await readOrMakeKey(keysFolder(config.dataDirectory), { name: nameOf(config), now });
  await db.transaction().execute((transaction) => putInUse(transaction, { certificate: key.certificate, at: now }));
  return asInstanceKey(key);
}

/**
 * Another key in the file from now on; the old private key is destroyed. Its certificate is not published here: the act
 * that rotates does, and should it fail, the next use of the key does.
 */
export async function replaceInstanceKey(config: Runtime['config'], now: Date): Promise<InstanceKey> {
  return asInstanceKey(await replaceKey(keysFolder(config.dataDirectory), { name: nameOf(config), now }));
}

export function asInstanceKey({ privateKey, certificate }: FreshKey): InstanceKey {
  const signature = (data: Uint8Array) =>
    crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, Buffer.from(data));
  return {
    certificate,
    fingerprint: certificateFingerprint(certificate),
    sign: async (data) => new Uint8Array(createCMSECDSASignature(await signature(data))),
    signPlain: async (data) => new Uint8Array(await signature(data)),
  };
}

function nameOf(config: Runtime['config']): string {
  return new URL(publicAddress(config)).host;
}
