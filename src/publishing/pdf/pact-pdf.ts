/**
 * The PDF of an agreed text, made with Typst from the same text as its page: tagged (PDF/UA-1), with its canonical JSON
 * attached, its code on every page and boxes to sign on paper. The same text at the same address gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { toString } from 'qrcode';
import { canonicalBytes, type AgreedText } from '#domain/pact/agreed-text.ts';
import { pactDocument, textAddress } from './pact-document.ts';
import { typstPdf, type Attached } from './typst-process.ts';

/** The attached text, in the PDF before and after the seal. */
export const TEXT_FILE = 'texte-convenu.json';

/** `address` is that of the site, without a slash at the end. Throws TypstFailure. About 0.3 s, in another process. */
export async function renderPact(text: AgreedText, at: { readonly address: string }): Promise<Uint8Array> {
  const canonical = canonicalBytes(text);
  const data = pactDocument(text, {
    address: at.address,
    fingerprint: createHash('sha256').update(canonical).digest('hex'),
    qr: await qrOf(textAddress(at.address, text.code)),
  });
  return await typstPdf({ template: 'pact', data, attached: [canonicalFile(canonical)] });
}

export function qrOf(address: string): Promise<string> {
  return toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
}

export function canonicalFile(canonical: Uint8Array): Attached {
  return {
    name: TEXT_FILE,
    mediaType: 'application/json',
    relationship: 'source',
    description: 'Le texte convenu, dont l’empreinte est imprimée sur la première page',
    bytes: canonical,
  };
}
