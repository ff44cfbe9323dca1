/**
 * Reading and checking one CMS signature (RFC 5652): that of a seal, and that of a time stamp. Whether the certificate is
 * to be trusted is not asked here.
 *
 * Exactly one signer, whose certificate is inside and found by its issuer and number: there is never a doubt about who
 * signed. Other certificates may stand beside it.
 */
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

export type Cms = {
  readonly signer: pkijs.SignerInfo;
  readonly certificate: pkijs.Certificate;
  /** What was signed when it is inside; null: it stands elsewhere. */
  readonly content: { readonly type: string; readonly bytes: Uint8Array | null };
};

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const DIGESTS: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SUBTLE_NAMES = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;

/** Zeros may follow, which fill the room of a seal; nothing else may. Null: it cannot be read. */
export function readCms(der: Uint8Array): Cms | null {
  try {
    const { result, offset } = asn1.fromBER(Buffer.from(der));
    if (offset === -1 || der.subarray(offset).some((byte) => byte !== 0)) return null;
    const signed = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
    const [signer, ...others] = signed.signerInfos;
    if (signer === undefined || others.length > 0 || !(signer.sid instanceof pkijs.IssuerAndSerialNumber)) return null;
    const { issuer, serialNumber } = signer.sid;
    const certificates = (signed.certificates ?? [])
      .filter((certificate) => certificate instanceof pkijs.Certificate)
      .filter((each) => each.issuer.isEqual(issuer) && each.serialNumber.isEqual(serialNumber));
    const [certificate] = certificates;
    if (certificate === undefined || certificates.length > 1) return null;
    const { eContent, eContentType } = signed.encapContentInfo;
    const bytes = eContent === undefined ? null : new Uint8Array(eContent.getValue());
    return { signer, certificate, content: { type: eContentType, bytes } };
  } catch {
    return null;
  }
}

/** Why the signature is not that of `content` by its certificate; null: it is. */
export async function cmsFault(cms: Cms, content: readonly Uint8Array[]): Promise<'digest' | 'signature' | null> {
  const { signer, certificate } = cms;
  const algorithm = DIGESTS[signer.digestAlgorithm.algorithmId];
  const attributes = signer.signedAttrs;
  if (algorithm === undefined || attributes === undefined) return 'signature';
  const hash = createHash(algorithm);
  for (const part of content) hash.update(part);
  const told = attribute(attributes, MESSAGE_DIGEST);
  if (!(told instanceof asn1.OctetString)) return 'signature';
  if (!hash.digest().equals(told.valueBlock.valueHexView)) return 'digest';
  const type = attribute(attributes, CONTENT_TYPE);
  if (!(type instanceof asn1.ObjectIdentifier) || type.getValue() !== cms.content.type) return 'signature';
  const sound = await pkijs
    .getCrypto(true)
    .verifyWithPublicKey(
      attributes.encodedValue,
      signer.signature,
      certificate.subjectPublicKeyInfo,
      signer.signatureAlgorithm,
      SUBTLE_NAMES[algorithm],
    )
    .catch(() => false);
  return sound ? null : 'signature';
}

/** The one value of an attribute; null: there is none, or several. */
export function attribute(set: pkijs.SignedAndUnsignedAttributes | undefined, type: string): asn1.BaseBlock | null {
  const found = (set?.attributes ?? []).filter((each) => each.type === type);
  const values: unknown[] = found.flatMap((each) => each.values as unknown[]);
  const [value] = values;
  return values.length === 1 && value instanceof asn1.BaseBlock ? value : null;
}

export function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER());
}
