/**
 * The one door to pdfjs: no network, no worker thread, no picture decoded, no script run.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExtractRefused, MAX_PAGES } from '../extracted.ts';

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** Pictures above this many pixels are not decoded; we only read text and lines. */
const MAX_IMAGE_PIXELS = 1;

export type OpenPdf = { readonly document: PDFDocumentProxy; close(): Promise<void> };

/** Refuses (ExtractRefused) encrypted, damaged and endless files. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    // pdfjs takes its input away from us: it gets a copy. It refuses a Buffer, which is what Node reads files into.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
    cMapUrl: join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      throw new ExtractRefused({ kind: 'too-many-pages', pages: document.numPages, limit: MAX_PAGES });
    }
    return { document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    if (error instanceof ExtractRefused) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ExtractRefused({ kind: 'encrypted-pdf' });
    throw new ExtractRefused({ kind: 'damaged-file', format: 'pdf' });
  }
}
