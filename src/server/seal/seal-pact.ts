/**
 * Seals an agreed text once everybody signed: the pages of the text, a page of proof, and an electronic signature of this
 * site over the whole (PAdES B-B, or B-T when a time-stamping authority answers).
 */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import type { InstanceKey } from './instance-key.ts';

export type ToSeal = {
  readonly text: AgreedText;
  readonly signatures: readonly SealedSignature[];
  /** Events of the journal about the text, oldest first. */
  readonly events: readonly SealedEvent[];
  /** What renderPact made, and what the signatories read. */
  readonly pdf: Uint8Array;
  /** Of the site, without a slash at the end. */
  readonly address: string;
  /** URL of an RFC 3161 authority; null: the time of the seal is ours alone. */
  readonly timestampAuthority: string | null;
};

export type SealedEvent = {
  readonly sequence: number;
  /** ISO 8601 instant in UTC. */
  readonly at: string;
  readonly act: string;
  readonly hash: string;
};

export type SealedPact = {
  /** The PDF to keep and publish. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** False although an authority is set: it did not answer, and the seal has our time alone. */
  readonly timestamped: boolean;
};

export async function sealPact(given: ToSeal, key: InstanceKey, now: Date): Promise<SealedPact> {
  return await Promise.reject(new Error(`not yet: ${given.text.code} ${key.fingerprint} ${now.toISOString()}`));
}
