/**
 * Seals an agreed text once everybody signed: the pages of the text, a page of proof, and an electronic signature of this
 * site over the whole (PAdES B-B, or B-T when a time-stamping authority answers).
 */
import { PDF, PdfString } from '@libpdf/core';
import { createHash } from 'node:crypto';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import type { ProvedEvent } from '#publishing/proof/page-of-proof.ts';
import { sealedPages } from '#publishing/proof/sealed-pages.ts';
import { checkSeal } from './check-seal.ts';
import type { InstanceKey } from './instance-key.ts';
import { NoTimestamp, timestampOf } from './time-stamp.ts';

export type ToSeal = {
  readonly text: AgreedText;
  readonly signatures: readonly SealedSignature[];
  /** Events of the journal about the text, oldest first. */
  readonly events: readonly ProvedEvent[];
  /** What renderPact made, and what the signatories could read. */
  readonly pdf: Uint8Array;
  /** Of the site, without a slash at the end. */
  readonly address: string;
  /** URL of an RFC 3161 authority; null: the time of the seal is ours alone. */
  readonly timestampAuthority: string | null;
  /** See Proved. */
  readonly yesReported?: true;
};

export type SealedPact = {
  /** The PDF to keep and publish. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** False although an authority is set: it did not answer, and the seal has our time alone. */
  readonly timestamped: boolean;
};

/** Throws TypstFailure; throws when what was made does not verify, so that a bad seal is never kept. About 0.5 s. */
export async function sealPact(given: ToSeal, key: InstanceKey, now: Date): Promise<SealedPact> {
  const { timestampAuthority, ...proved } = given;
  const pages = await sealedPages({
    ...proved,
    sealedAt: now.toISOString(),
    certificateFingerprint: key.fingerprint,
    timestampAsked: timestampAuthority !== null,
  });
  const { bytes, timestamped } = await sign(pages, { key, now, timestampAuthority });
  const check = await checkSeal(bytes);
  if (check.kind !== 'sound' || check.after > 0 || check.fingerprint !== key.fingerprint) {
    throw new Error(`the seal that was just made does not verify: ${check.kind}`);
  }
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), timestamped };
}

type Signing = { readonly key: InstanceKey; readonly now: Date; readonly timestampAuthority: string | null };

async function sign(pages: Uint8Array, signing: Signing): Promise<{ bytes: Uint8Array; timestamped: boolean }> {
  const { timestampAuthority } = signing;
  if (timestampAuthority === null)
    return { bytes: await signOnce(pages, { ...signing, timestampAuthority }), timestamped: false };
  try {
    return { bytes: await signOnce(pages, signing), timestamped: true };
  } catch (error) {
    // An authority that is away must not keep people from having their pact: the seal says only what it has.
    if (!(error instanceof NoTimestamp)) throw error;
    return { bytes: await signOnce(pages, { ...signing, timestampAuthority: null }), timestamped: false };
  }
}

const FIELD = 'Sceau';

/** As an incremental update: everything that was there stays, to the byte, tags included. */
async function signOnce(pages: Uint8Array, { key, now, timestampAuthority }: Signing): Promise<Uint8Array> {
  const pdf = await PDF.load(pages);
  // PDF/UA asks every field for a name that people understand.
  pdf
    .getOrCreateForm()
    .createSignatureField(FIELD)
    .getDict()
    .set('TU', PdfString.fromString('Sceau électronique du site'));
  const { bytes } = await pdf.sign({
    signer: {
      certificate: key.certificate,
      keyType: 'EC',
      signatureAlgorithm: 'ECDSA',
      sign: (data) => key.sign(data),
    },
    fieldName: FIELD,
    reason: 'Toutes les signatures ont été données',
    signingTime: now,
    digestAlgorithm: 'SHA-256',
    ...(timestampAuthority === null
      ? { level: 'B-B' as const }
      : {
          level: 'B-T' as const,
          timestampAuthority: { timestamp: (digest: Uint8Array) => timestampOf(digest, timestampAuthority) },
        }),
  });
  return bytes;
}
