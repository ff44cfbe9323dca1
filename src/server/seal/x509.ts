/** A self-signed certificate for the key of this site, and the names that certificates are known by. */
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
/** digitalSignature and nonRepudiation. */
const SIGNS = 0xc0;
/** A seal is looked at for as long as a pact is remembered: three terms. */
const YEARS = 20;

export type FreshKey = { readonly privateKey: CryptoKey; readonly certificate: Uint8Array };

/** ECDSA on P-256. `name` is what readers of PDF show: the address of the site. */
export async function freshKey(name: string, now: Date): Promise<FreshKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: serialNumber() });
  for (const party of [certificate.subject, certificate.issuer]) {
    party.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1.Utf8String({ value: name.slice(0, 64) }) }),
    );
  }
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + YEARS, now.getUTCMonth(), now.getUTCDate()));
  const usage = new asn1.BitString({ valueHex: new Uint8Array([SIGNS]).buffer, unusedBits: 6 });
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension(KEY_USAGE, usage),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(privateKey, 'SHA-256');
  return { privateKey, certificate: new Uint8Array(certificate.toSchema().toBER()) };
}

/** SHA-256 of the certificate's DER, in hexadecimal. */
export function certificateFingerprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

export function pemOf(label: 'CERTIFICATE' | 'PRIVATE KEY', der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The DER of the first block of that kind; null: there is none. */
export function derIn(pem: string, label: 'CERTIFICATE' | 'PRIVATE KEY'): Uint8Array | null {
  const block = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem)?.[1];
  return block === undefined ? null : new Uint8Array(Buffer.from(block, 'base64'));
}

function extension(id: string, value: asn1.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID: id, critical: true, extnValue: value.toBER() });
}

/** Positive, and never told twice. */
function serialNumber(): ArrayBuffer {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.buffer;
}
