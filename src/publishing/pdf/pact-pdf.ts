/**
 * The PDF of an agreed text, made with Typst from the same text as the page: tagged (PDF/UA-1), with its canonical JSON
 * attached, its code on every page and boxes to sign on paper. The same text at the same address gives the same bytes.
 */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { typstPdf } from './typst-process.ts';

/** `address` is that of the site, without a slash at the end. Throws TypstFailure when it takes too long. */
export async function renderPact(text: AgreedText, at: { readonly address: string }): Promise<Uint8Array> {
  return await typstPdf({ template: 'pact', data: { text, address: at.address } });
}
