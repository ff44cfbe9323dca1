/**
 * Reads the seal of a PDF in plain script, with nothing but its bytes: which bytes it covers, what it says of them, and
 * the signature itself. What the server does with its libraries (src/server/seal/check-seal.ts), done again without them.
 */
import { sha256Hex } from './sha256.ts';

export type PdfSeal =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read';
      /** The bytes that it covers are those that it was made for. */
      readonly digestHolds: boolean;
      /** How many bytes follow what it covers. */
      readonly after: number;
      /** SHA-256 of the certificate. */
      readonly certificate: string;
      /** To check by ECDSA on P-256 with SHA-256: key in SPKI, signature r and s of 32 bytes each, what was signed. */
      readonly publicKey: Uint8Array;
      readonly signature: Uint8Array;
      readonly signed: Uint8Array;
    };

export function pdfSeal(pdf: Uint8Array): PdfSeal {
  const range = widestRange(pdf);
  if (range === null) return { kind: 'none' };
  const { before, from, length } = range;
  try {
    const read = readEnvelope(hexBytes(pdf.subarray(before + 1, from - 1)));
    const covered = sha256Hex(pdf.subarray(0, before), pdf.subarray(from, from + length));
    const { digest, ...rest } = read;
    return { kind: 'read', digestHolds: digest === covered, after: pdf.length - from - length, ...rest };
  } catch {
    return { kind: 'unreadable' };
  }
}

type CoveredRange = { readonly before: number; readonly from: number; readonly length: number };

function widestRange(pdf: Uint8Array): CoveredRange | null {
  let widest: CoveredRange | null = null;
  for (let at = indexOfWord(pdf, 0); at >= 0; at = indexOfWord(pdf, at + 1)) {
    const near = String.fromCharCode(...pdf.subarray(at, at + 80));
    const found = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(near);
    if (found === null) continue;
    const [before, from, length] = [Number(found[1]), Number(found[2]), Number(found[3])];
    if (from <= before + 2 || from + length > pdf.length || pdf[before] !== 0x3c || pdf[from - 1] !== 0x3e) continue;
    if (widest === null || from + length > widest.from + widest.length) widest = { before, from, length };
  }
  return widest;
}

const BYTE_RANGE = [...'/ByteRange'].map((letter) => letter.charCodeAt(0));

function indexOfWord(pdf: Uint8Array, start: number): number {
  for (let at = pdf.indexOf(0x2f, start); at >= 0; at = pdf.indexOf(0x2f, at + 1)) {
    if (BYTE_RANGE.every((code, index) => pdf[at + index] === code)) return at;
  }
  return -1;
}

function hexBytes(digits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const pair = String.fromCharCode(digits[at * 2] ?? 0, digits[at * 2 + 1] ?? 0);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) throw new Error('not hexadecimal');
    bytes[at] = parseInt(pair, 16);
  }
  return bytes;
}

type Der = { readonly tag: number; readonly whole: Uint8Array; readonly inside: Uint8Array };

/** One DER value and what follows it. */
function der(bytes: Uint8Array): { readonly value: Der; readonly rest: Uint8Array } {
  let start = 2;
  let length = bytes[1] ?? 0;
  if (length >= 0x80) {
    const digits = length & 0x7f;
    if (digits < 1 || digits > 4) throw new Error('bad length');
    length = 0;
    for (; start < 2 + digits; start += 1) length = length * 256 + (bytes[start] ?? 0);
  }
  if (bytes.length < start + length) throw new Error('cut short');
  const value = {
    tag: bytes[0] ?? 0,
    whole: bytes.subarray(0, start + length),
    inside: bytes.subarray(start, start + length),
  };
  return { value, rest: bytes.subarray(start + length) };
}

function children(parent: Der): readonly Der[] {
  const found: Der[] = [];
  for (let rest = parent.inside; rest.length > 0;) {
    const next = der(rest);
    found.push(next.value);
    rest = next.rest;
  }
  return found;
}

function child(parent: Der, index: number): Der {
  const found = children(parent).at(index);
  if (found === undefined) throw new Error('missing part');
  return found;
}

const SIGNED_ATTRIBUTES = 0xa0;
const CERTIFICATES = 0xa0;
const SEQUENCE = 0x30;
/** OID 1.2.840.113549.1.9.4, with its own tag and length. */
const MESSAGE_DIGEST_OID = '06092a864886f70d010904';

/** ContentInfo > SignedData > { certificates, signerInfos > SignerInfo }, RFC 5652. */
function readEnvelope(bytes: Uint8Array) {
  const signedData = child(child(der(bytes).value, 1), 0);
  const certificates = children(signedData).find(({ tag }) => tag === CERTIFICATES);
  if (certificates === undefined) throw new Error('no certificate');
  const certificate = child(certificates, 0);
  const signer = child(child(signedData, -1), 0);
  const attributes = children(signer).find(({ tag }) => tag === SIGNED_ATTRIBUTES);
  if (attributes === undefined) throw new Error('no signed attributes');
  const told = children(attributes).find((each) => hexOf(child(each, 0).whole) === MESSAGE_DIGEST_OID);
  if (told === undefined) throw new Error('no digest');
  // What is signed is the set of attributes, under its own tag.
  const signed = attributes.whole.slice();
  signed[0] = 0x31;
  const signature = children(signer).findLast(({ tag }) => tag === 0x04);
  if (signature === undefined) throw new Error('no signature');
  const [r, s] = children(der(signature.inside).value);
  if (r === undefined || s === undefined) throw new Error('not ECDSA');
  const both = new Uint8Array(64);
  both.set(in32Bytes(r.inside), 0);
  both.set(in32Bytes(s.inside), 32);
  return {
    digest: hexOf(child(child(told, 1), 0).inside),
    certificate: sha256Hex(certificate.whole),
    publicKey: publicKeyIn(certificate),
    signature: both,
    signed,
  };
}

/** SubjectPublicKeyInfo: the sequence of a sequence and a bit string. */
export function publicKeyIn(certificate: Der): Uint8Array {
  const body = child(certificate, 0);
  const info = children(body).findLast(
    (part) => part.tag === SEQUENCE && children(part).length === 2 && child(part, 1).tag === 0x03,
  );
  if (info === undefined) throw new Error('no key');
  return info.whole;
}

/** The public key, in SPKI, of a certificate in PEM. */
export function publicKeyOfPem(pem: string): Uint8Array {
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1] ?? '';
  return publicKeyIn(der(base64Bytes(body)).value);
}

/** SHA-256 of the certificate inside a PEM. */
export function fingerprintOfPem(pem: string): string {
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1] ?? '';
  return sha256Hex(base64Bytes(body));
}

export function base64Bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
}

/** A DER integer without its leading zeros, or with them. */
function in32Bytes(integer: Uint8Array): Uint8Array {
  const digits = integer.subarray(Math.max(0, integer.length - 32));
  const bytes = new Uint8Array(32);
  bytes.set(digits, 32 - digits.length);
  return bytes;
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
