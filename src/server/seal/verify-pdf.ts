/**
 * Says what a file is: one that this site sealed, an agreed text before its seal, a paper, the original of something
 * published, one of these altered, or nothing that we know.
 *
 * The file is hashed and compared, never opened nor kept. What is not public stays so: the file of a draft is unknown.
 */
import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { typedCode } from '#domain/shared/short-code.ts';
import type { Verification, VerifiedSeal, VerifiedText } from '#domain/signature/verification.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { BEFORE_FILE } from '#publishing/proof/sealed-pages.ts';
import type { Db } from '#server/storage/connection.ts';
import { publishedFromFile } from '#server/storage/published-from-file.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';
import { sealedFile, textOfFile, verifiedText } from '#server/storage/text-fate.ts';
import { alterationOf } from './altered-part.ts';
import { checkSeal } from './check-seal.ts';

/** `address` is that of the site. May make one PDF anew: up to 0.5 s. */
export async function verifyPdf(
  bytes: Uint8Array,
  { db, address }: { db: Db; address: string },
): Promise<Verification> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await textOfFile(db, sha256);
  if (known !== null) return await ofKnownFile(db, { ...known, bytes, sha256 });
  const published = await publishedFromFile(db, { sha256, lock: false });
  if (published.length > 0) return { kind: 'original', published };
  const claimed = await claimedText(db, bytes);
  if (claimed !== null) return await compared(db, { bytes, claimed, address });
  const check = await checkSeal(bytes);
  if (check.kind !== 'sound') return { kind: 'unknown' };
  return { kind: 'foreign-seal', fingerprint: check.fingerprint, covers: check.after === 0 };
}

type KnownFile = {
  readonly as: 'sealed' | 'canonical-text' | 'evidence';
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

async function ofKnownFile(db: Db, { as, id, bytes, sha256 }: KnownFile): Promise<Verification> {
  const text = await verifiedText(db, { id });
  if (text === null) throw new Error(`text ${id} went away`);
  return as === 'sealed'
    ? { kind: 'sealed', text, seal: await sealOf(db, { bytes, sha256, text: id }) }
    : { kind: as, text };
}

type SealedFile = { readonly bytes: Uint8Array; readonly sha256: string; readonly text: number };

/** Our own file: that its seal holds is checked all the same, and a bug if it does not. */
async function sealOf(db: Db, { bytes, sha256, text }: SealedFile): Promise<VerifiedSeal> {
  const [check, certificates, kept] = await Promise.all([checkSeal(bytes), sealCertificates(db), sealedFile(db, text)]);
  const certificate =
    check.kind === 'sound' ? certificates.find(({ fingerprint }) => fingerprint === check.fingerprint) : undefined;
  if (check.kind !== 'sound' || check.after > 0 || certificate === undefined || kept === null) {
    throw new Error(`the seal that is kept for text ${text} does not hold`);
  }
  const { fingerprint, retiredAt } = certificate;
  return { sha256, sealedAt: kept.sealedAt, fingerprint, retiredAt, timestamp: check.timestamp };
}

type Claimed = VerifiedText & { readonly id: number };

/** The text whose code the file bears, outside of what is packed: our PDFs have it among their keywords. */
async function claimedText(db: Db, bytes: Uint8Array): Promise<Claimed | null> {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const codes = new Set<string>();
  for (const [found] of written.matchAll(CODE)) {
    const code = typedCode(found);
    if (code !== null) codes.add(code);
    if (codes.size >= CODES_TRIED) break;
  }
  for (const code of codes) {
    const text = await verifiedText(db, { code });
    if (text !== null) return text;
  }
  return null;
}

const CODE = /(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}(?![0-9A-Z-])/g;
const CODES_TRIED = 10;

type Compared = { readonly bytes: Uint8Array; readonly claimed: Claimed; readonly address: string };

/** With the sealed file when it bears a seal; otherwise with the PDF before it. */
async function compared(db: Db, { bytes, claimed, address }: Compared): Promise<Verification> {
  const sealed = await sealedFile(db, claimed.id);
  if (sealed !== null) {
    const alteration = await alterationOf(bytes, sealed.bytes);
    const bearsSeal = Buffer.from(bytes).includes('/ByteRange') || alteration?.kind === 'cut';
    if (alteration !== null && bearsSeal) return { kind: 'altered', from: 'sealed', text: claimed, alteration };
  }
  const printed = printedAddress(bytes, claimed.text) ?? address;
  const intact: Verification = {
    kind: 'agreed-text',
    text: claimed,
    printedAddress: printed === address ? null : printed,
  };
  // The one that was signed is kept inside the sealed file: an update of this site does not change it.
  const kept = sealed === null ? null : (await PDF.load(sealed.bytes)).attachments.get(BEFORE_FILE);
  if (kept !== null && Buffer.compare(kept, bytes) === 0) return intact;
  const alteration = await alterationOf(bytes, await renderPact(claimed.text, { address: printed }));
  return alteration === null ? intact : { kind: 'altered', from: 'agreed-text', text: claimed, alteration };
}

/** The site that the code printed in the file leads to: it is part of what makes the bytes. */
function printedAddress(bytes: Uint8Array, { code }: AgreedText): string | null {
  const end = `/v/${code.slice(0, 5)}-${code.slice(5)}`;
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = /\/URI \((https?:\/\/[a-z0-9.:[\]-]{1,250})(\/v\/[0-9A-Z-]{11})\)/.exec(written);
  return found?.[2] === end ? (found[1] ?? null) : null;
}
