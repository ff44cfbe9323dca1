/**
 * The PDF of a text that everybody signed, before the site signs it: the pages of the text, the page of proof, and inside
 * it the exact text, the PDF that the signatories could read, and the proof as data.
 *
 * It is set anew rather than glued to the first PDF, so that its structure stays whole for a screen reader; the first is
 * inside, to the byte.
 */
import { createHash } from 'node:crypto';
import { canonicalBytes } from '#domain/pact/agreed-text.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { pactDocument, textAddress } from '../pdf/pact-document.ts';
import { canonicalFile, qrOf } from '../pdf/pact-pdf.ts';
import { typstPdf } from '../pdf/typst-process.ts';
import { pageOfProof, type Proved } from './page-of-proof.ts';

export const BEFORE_FILE = 'texte-avant-signatures.pdf';
export const PROOF_FILE = 'preuve.json';
export const PROOF_FORMAT = 'parole-tenue/proof/1';

export type ToSet = Omit<Proved, 'textSha256' | 'pdfSha256'> & { readonly pdf: Uint8Array };

/** The same for the same input. Throws TypstFailure. */
export async function sealedPages({ pdf, ...given }: ToSet): Promise<Uint8Array> {
  const canonical = canonicalBytes(given.text);
  const proved: Proved = { ...given, textSha256: sha256(canonical), pdfSha256: sha256(pdf) };
  const data = pactDocument(given.text, {
    address: given.address,
    fingerprint: proved.textSha256,
    qr: await qrOf(textAddress(given.address, given.text.code)),
  });
  return await typstPdf({
    template: 'pact',
    data: { ...data, proof: pageOfProof(proved) },
    attached: [
      canonicalFile(canonical),
      {
        name: BEFORE_FILE,
        mediaType: 'application/pdf',
        relationship: 'source',
        description: 'Le PDF que les signataires ont pu lire',
        bytes: pdf,
      },
      {
        name: PROOF_FILE,
        mediaType: 'application/json',
        relationship: 'data',
        description: 'La page de preuve, en données',
        bytes: new TextEncoder().encode(canonicalJson(proofData(proved))),
      },
    ],
  });
}

function proofData({ text, ...proved }: Proved) {
  return { format: PROOF_FORMAT, code: text.code, ...proved };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
