/**
 * Checks the electronic signature of a PDF, by our own reading of it: what it covers, its digest, its signature. Whether
 * its certificate is one of ours is for the caller to ask.
 *
 * It opens nothing of the PDF: it looks for the signature in the bytes, so that a file made to confuse readers of PDF
 * confuses nobody here. Never throws. Linear in the size of the file.
 */
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import type * as pkijs from 'pkijs';
import { attribute, cmsFault, derOf, readCms } from './cms.ts';
import { certificateFingerprint } from './x509.ts';
import { readTimestamp } from './time-stamp.ts';

export type SealCheck =
  | { readonly kind: 'none' }
  /** There is a signature, and the bytes it covers are not those it was made for, or it is not that of its certificate. */
  | {
      readonly kind: 'broken';
      readonly reason: 'digest' | 'signature' | 'unreadable';
      readonly fingerprint: string | null;
    }
  | {
      readonly kind: 'sound';
      /** SHA-256 of the certificate it carries. */
      readonly fingerprint: string;
      /** The time that whoever signed wrote; null: none. */
      readonly claimedAt: Date | null;
      /** Null: there is none. */
      readonly timestamp: { readonly at: Date; readonly sound: boolean } | null;
      /** How many bytes were added after what it covers; 0: it covers the whole file. */
      readonly after: number;
    };

type Range = { readonly before: number; readonly from: number; readonly length: number };

export async function checkSeal(pdf: Uint8Array): Promise<SealCheck> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const ranges = rangesIn(bytes);
  // The last one that covers the most: what is signed again covers what was signed before.
  let found: SealCheck = { kind: 'none' };
  for (const range of ranges) {
    const check = await checkRange(bytes, range);
    if (check.kind === 'sound') return check;
    if (found.kind === 'none') found = check;
  }
  return found;
}

const SIGNATURES_LOOKED_AT = 20;

/** Every `/ByteRange` that goes around one hexadecimal string and starts with the file; the widest first. */
function rangesIn(bytes: Buffer): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = bytes.indexOf(WORD); at >= 0; at = bytes.indexOf(WORD, at + WORD.length)) {
    const numbers = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
      bytes.toString('latin1', at, at + 80),
    );
    if (numbers === null) continue;
    const [before = 0, from = 0, length = 0] = numbers.slice(1).map(Number);
    const around =
      from > before + 2 && from + length <= bytes.length && bytes[before] === 0x3c && bytes[from - 1] === 0x3e;
    if (around) ranges.push({ before, from, length });
  }
  return ranges
    .toSorted((one, other) => other.from + other.length - (one.from + one.length))
    .slice(0, SIGNATURES_LOOKED_AT);
}

const WORD = '/ByteRange';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const TIMESTAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';

async function checkRange(bytes: Buffer, { before, from, length }: Range): Promise<SealCheck> {
  const hexadecimal = bytes.toString('latin1', before + 1, from - 1);
  const cms = /^[0-9a-f]*$/i.test(hexadecimal) ? readCms(Buffer.from(hexadecimal, 'hex')) : null;
  if (cms === null) return { kind: 'broken', reason: 'unreadable', fingerprint: null };
  const fingerprint = certificateFingerprint(derOf(cms.certificate));
  const fault = await cmsFault(cms, [bytes.subarray(0, before), bytes.subarray(from, from + length)]);
  if (fault !== null) return { kind: 'broken', reason: fault, fingerprint };
  const time = attribute(cms.signer.signedAttrs, SIGNING_TIME);
  return {
    kind: 'sound',
    fingerprint,
    claimedAt: time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime ? time.toDate() : null,
    timestamp: await timestampIn(cms.signer),
    after: bytes.length - from - length,
  };
}

async function timestampIn(signer: pkijs.SignerInfo): Promise<{ at: Date; sound: boolean } | null> {
  const token = attribute(signer.unsignedAttrs, TIMESTAMP_TOKEN);
  if (token === null) return null;
  try {
    const { info, sound } = await readTimestamp(new Uint8Array(token.toBER()));
    const ours = createHash('sha256').update(signer.signature.valueBlock.valueHexView).digest();
    return { at: info.at, sound: sound && ours.equals(info.digest) };
  } catch {
    return null;
  }
}
